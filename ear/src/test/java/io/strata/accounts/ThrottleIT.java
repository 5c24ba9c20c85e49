package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ThrottleIT {

    private static final int FREE_OF_ACCOUNT = 5;
    private static final int FREE_OF_NETWORK = 50;

    private final World world;

    ThrottleIT(World world) {
        this.world = world;
    }

    /** The other tests sign in from the same address. */
    @AfterEach
    void forgive() {
        world.stores().sql("delete from throttle");
    }

    @Test
    void pausesAfterWrongPasswordsForAnAccount() {
        Account account = world.account();
        for (int i = 0; i < FREE_OF_ACCOUNT; i++) {
            account.signIn("wrong", null).mustBe(401);
        }
        account.signIn("wrong", null).mustBe(401);

        Answer paused = account.signIn().mustBe(429);

        assertThat(paused.errorCode()).isEqualTo("rate_limited");
        assertThat(Integer.parseInt(paused.header("Retry-After"))).isPositive();
        endPauses();
        account.signIn().mustBe(200);
        account.signIn("wrong", null).mustBe(401);
        account.signIn().mustBe(200);
    }

    @Test
    void pausesLongerWithEachFailure() {
        Account account = world.account();
        for (int i = 0; i < FREE_OF_ACCOUNT + 6; i++) {
            account.signIn("wrong", null).mustBe(401);
            endPauses();
        }
        account.signIn("wrong", null).mustBe(401);

        assertThat(Integer.parseInt(account.signIn().mustBe(429).header("Retry-After")))
                .isBetween(32, 64);
    }

    @Test
    void treatsAnAccountThatDoesNotExistAlike() {
        Account nobody = new Account(world, null, World.word(), null, "wrong password");
        for (int i = 0; i <= FREE_OF_ACCOUNT; i++) {
            nobody.signIn().mustBe(401);
        }

        nobody.signIn().mustBe(429);
    }

    @Test
    void pausesAfterManyFailuresFromOneAddressWhateverTheAccount() throws IOException {
        for (int i = 0; i <= FREE_OF_NETWORK; i++) {
            assertThat(signInFrom("127.0.0.2", World.word())).startsWith("HTTP/1.1 401");
        }

        assertThat(signInFrom("127.0.0.2", World.word()))
                .startsWith("HTTP/1.1 429")
                .containsIgnoringCase("Retry-After: ");
        assertThat(signInFrom("127.0.0.3", World.word())).startsWith("HTTP/1.1 401");
    }

    @Test
    void auditsFailuresWithoutWhatWasEntered() {
        Account account = world.account();
        String entered = World.word() + World.word();

        account.signIn(entered, null).mustBe(401);
        Api nobody = world.anonymous();
        nobody.post("/auth/login", Api.object("handle", entered, "password", entered))
                .mustBe(401);

        List<JsonObject> entries = world.administrator().get("/audit?limit=20").items();
        JsonObject known = entries.stream()
                .filter(entry -> account.id().toString().equals(entry.getString("subject_id", null)))
                .findFirst()
                .orElseThrow();
        assertThat(known.getString("action")).isEqualTo("session.refused");
        assertThat(known.getJsonObject("after").getString("reason")).isEqualTo("wrong_password");
        assertThat(known.getJsonObject("after").getString("handle")).isEqualTo(account.handle());
        assertThat(known.getJsonObject("after").getString("address")).isEqualTo("127.0.0.1");
        assertThat(entries.toString()).contains("unknown_account").doesNotContain(entered);
    }

    private void endPauses() {
        world.stores().sql("update throttle set blocked_until = now()");
    }

    /** Java's HTTP client cannot choose the address it calls from. */
    private String signInFrom(String address, String handle) throws IOException {
        URI server = world.strata().server().uri();
        String body = "{\"handle\":\"" + handle + "\",\"password\":\"wrong password\"}";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
            socket.getOutputStream()
                    .write(("POST /api/v1/auth/login HTTP/1.1\r\nHost: " + server.getAuthority()
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
