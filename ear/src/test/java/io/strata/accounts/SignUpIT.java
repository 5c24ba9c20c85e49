package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sign-up is switched on for the tests; that it is off by default is the business of {@code SignUpServiceTest}. */
@AgainstStrata
class SignUpIT {

    private final World world;
    private final String handle = World.word();

    SignUpIT(World world) {
        this.world = world;
    }

    @AfterEach
    void forgive() {
        world.stores().sql("delete from throttle");
    }

    @Test
    void saysWhatIsPossibleWithoutASignIn() {
        Answer options = world.anonymous().get("/auth/options").mustBe(200);

        assertThat(options.json().getBoolean("sign_up")).isTrue();
        assertThat(options.json().getBoolean("password_reset")).isTrue();
    }

    @Test
    void makesAnAccountThatBelongsToNoWorkspace() {
        Answer made =
                signUp(handle, handle + "@example.com", "a good passphrase").mustBe(201);

        assertThat(made.text("handle")).isEqualTo(handle);
        Answer signedIn = world.anonymous()
                .post("/auth/login", object("handle", handle, "password", "a good passphrase"))
                .mustBe(200);
        assertThat(world.with(signedIn.text("token")).get("/workspaces").items())
                .isEmpty();
        assertThat(world.with(signedIn.text("token")).get("/account").json().getBoolean("administrator"))
                .isFalse();
        assertThat(world.administrator().get("/audit?limit=20").each("action")).contains("actor.signed_up");
    }

    @Test
    void makesNobodyAnAdministrator() {
        world.anonymous()
                .post(
                        "/auth/sign-up",
                        object(
                                "handle",
                                handle,
                                "display_name",
                                "Mallory",
                                "email",
                                handle + "@example.com",
                                "password",
                                "a good passphrase",
                                "administrator",
                                true))
                .mustBe(201);

        Answer signedIn = world.anonymous()
                .post("/auth/login", object("handle", handle, "password", "a good passphrase"))
                .mustBe(200);
        assertThat(signedIn.json().getJsonObject("actor").getBoolean("administrator"))
                .isFalse();
    }

    @Test
    void namesEveryWrongField() {
        Answer answer = world.anonymous().post("/auth/sign-up", object()).mustBe(422);
        assertThat(answer.wrongFields()).containsExactly("handle", "display_name", "email", "password");

        assertThat(signUp(handle, handle + "@example.com", "with " + handle + " inside")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("password");
        assertThat(signUp(handle, "no address", "a good passphrase").mustBe(422).wrongFields())
                .containsExactly("email");
    }

    @Test
    void givesNoHandleTwice() {
        signUp(handle, handle + "@example.com", "a good passphrase").mustBe(201);

        assertThat(signUp(handle, "other-" + handle + "@example.com", "a good passphrase")
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("handle");
    }

    private Answer signUp(String wanted, String email, String password) {
        return world.anonymous()
                .post(
                        "/auth/sign-up",
                        object("handle", wanted, "display_name", "Ada", "email", email, "password", password));
    }
}
