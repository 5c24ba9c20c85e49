package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class PasswordsIT {

    private static final String NEXT = "quite another passphrase";
    private static final Pattern TOKEN = Pattern.compile("/reset-password\\.xhtml\\?token=([A-Za-z0-9_-]+)");

    private final World world;
    private final Account account;

    PasswordsIT(World world) {
        this.world = world;
        this.account = world.account();
    }

    @AfterEach
    void forgive() {
        world.stores().sql("delete from throttle");
    }

    @Test
    void changesThePasswordAndEndsTheOtherSignIns() {
        Api here = account.api();
        Api there = account.api();

        here.put("/account/password", object("current_password", account.password(), "password", NEXT))
                .mustBe(204);

        here.get("/auth/me").mustBe(200);
        there.get("/auth/me").mustBe(401);
        account.signIn().mustBe(401);
        account.signIn(NEXT, null).mustBe(200);
        assertThat(account.auditedActions()).contains("password.changed");
        assertThat(account.audit().toString()).doesNotContain(NEXT, account.password());
    }

    @Test
    void needsTheOldPasswordForANewOne() {
        Api api = account.api();

        assertThat(api.put("/account/password", object("current_password", "wrong", "password", NEXT))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("current_password");
        assertThat(api.put("/account/password", object("password", NEXT))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("current_password");
        world.anonymous()
                .put("/account/password", object("current_password", account.password(), "password", NEXT))
                .mustBe(401);
        account.signIn().mustBe(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"too short", "password123", "QwertyUIOP123", "aaaaaaaaaaaaa", "abababababab"})
    void refusesAWeakPassword(String weak) {
        assertThat(account.api()
                        .put("/account/password", object("current_password", account.password(), "password", weak))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("password");
    }

    @Test
    void refusesAPasswordThatContainsTheHandle() {
        assertThat(account.api()
                        .put(
                                "/account/password",
                                object("current_password", account.password(), "password", "my " + account.handle()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("password");
    }

    @Test
    void sendsALinkThatSetsANewPasswordOnce() {
        Api signedIn = account.api();

        ask(account.handle()).mustBe(202);
        String text = world.mailbox().textTo(account.email());
        String token = token(text);

        assertThat(text).contains(account.handle(), world.strata().server().uri() + "/reset-password.xhtml");
        assertThat(confirm(token, "short").mustBe(422).wrongFields()).containsExactly("password");
        confirm(token, NEXT).mustBe(204);
        assertThat(confirm(token, NEXT).mustBe(422).wrongFields()).containsExactly("token");
        signedIn.get("/auth/me").mustBe(401);
        account.signIn().mustBe(401);
        account.signIn(NEXT, null).mustBe(200);
        assertThat(account.auditedActions()).contains("password.reset_requested", "password.reset");
        assertThat(account.audit().toString()).doesNotContain(token, NEXT);
    }

    @Test
    void keepsTheMailWhileTheMailServerIsAway() {
        world.mailbox().whileAway(() -> ask(account.handle()).mustBe(202));

        confirm(token(world.mailbox().textTo(account.email())), NEXT).mustBe(204);
    }

    @Test
    void findsTheAccountByItsMailAddressToo() {
        ask(account.email().toUpperCase(java.util.Locale.ROOT)).mustBe(202);

        world.mailbox().textTo(account.email());
    }

    @Test
    void answersAlikeWhetherOrNotThereIsSuchAnAccount() {
        Answer known = ask(account.handle()).mustBe(202);
        Answer unknown = ask(World.word()).mustBe(202);
        Answer unknownAddress = ask(World.word() + "@example.com").mustBe(202);

        assertThat(unknown.text()).isEqualTo(known.text()).isEqualTo(unknownAddress.text());
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
    }

    @Test
    void keepsOnlyTheHashOfALinkAndForgetsOldOnes() {
        ask(account.handle()).mustBe(202);
        String token = token(world.mailbox().textTo(account.email()));

        assertThat(world.stores()
                        .number(
                                "select count(*) from password_reset where actor_id = ? and token_hash = sha256(cast(? as bytea))",
                                account.id(),
                                token.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isOne();
        world.stores().sql("update password_reset set expires_at = now() where actor_id = ?", account.id());
        assertThat(confirm(token, NEXT).mustBe(422).wrongFields()).containsExactly("token");
        account.signIn().mustBe(200);
    }

    @Test
    void buildsTheLinkFromTheSettingsWhateverTheRequestSays() {
        Api nobody = world.anonymous();

        nobody.send(nobody.request("/auth/password-reset")
                        .header("Content-Type", "application/json")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "host=evil.example")
                        .POST(BodyPublishers.ofString("{\"account\":\"" + account.handle() + "\"}")))
                .mustBe(202);

        assertThat(world.mailbox().textTo(account.email())).doesNotContain("evil.example");
    }

    @Test
    void sendsNoLinkToSomebodyWhoMayNotSignIn() {
        world.administrator().post("/actors/" + account.id() + "/deactivate").mustBe(200);
        Account witness = world.account();

        ask(account.handle()).mustBe(202);
        ask(witness.handle()).mustBe(202);

        world.mailbox().textTo(witness.email());
        assertThat(world.mailbox().count(account.email())).isZero();
    }

    @Test
    void pausesAfterManyRequestsForOneAccount() {
        for (int i = 0; i < 4; i++) {
            ask(account.handle()).mustBe(202);
        }

        assertThat(ask(account.handle()).mustBe(429).header("Retry-After")).isNotBlank();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(ask(null).mustBe(422).wrongFields()).containsExactly("account");
        assertThat(confirm(null, null).mustBe(422).wrongFields()).containsExactly("token", "password");
        assertThat(confirm("made-up", NEXT).mustBe(422).wrongFields()).containsExactly("token");
    }

    @Test
    void letsAnAdministratorMakeALink() {
        String path = "/actors/" + account.id() + "/reset-link";
        String first = world.administrator().post(path).mustBe(200).text("path");
        Answer second = world.administrator().post(path).mustBe(200);

        assertThat(second.text("url")).isEqualTo(world.strata().server().uri() + second.text("path"));
        confirm(token(first), NEXT).mustBe(422);
        confirm(token(second.text("path")), NEXT).mustBe(204);
        account.signIn(NEXT, null).mustBe(200);
        assertThat(account.auditedActions()).contains("password.link_made", "password.reset");
    }

    private Answer ask(String handleOrAddress) {
        return world.anonymous().post("/auth/password-reset", object("account", handleOrAddress));
    }

    private Answer confirm(String token, String password) {
        return world.anonymous().post("/auth/password-reset/confirm", object("token", token, "password", password));
    }

    private static String token(String text) {
        Matcher link = TOKEN.matcher(text.replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
