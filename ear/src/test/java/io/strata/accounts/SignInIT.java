package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

@AgainstStrata
class SignInIT {

    private final World world;

    SignInIT(World world) {
        this.world = world;
    }

    @Test
    void givesATokenForTheRightPassword() {
        Answer answer = world.signIn().mustBe(200);

        assertThat(answer.text("token")).isNotBlank();
        assertThat(answer.text("expires_at")).isNotBlank();
        assertThat(answer.json().getJsonObject("actor").getString("handle"))
                .isEqualTo(world.strata().administratorHandle());
        assertThat(answer.text()).doesNotContain("password", "hash");
        assertThat(world.with(answer.text("token")).get("/auth/me").mustBe(200).text("handle"))
                .isEqualTo(world.strata().administratorHandle());
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownHandleInTheSameWords() {
        Answer wrongPassword = world.anonymous()
                .post("/auth/login", object("handle", world.strata().administratorHandle(), "password", "wrong"))
                .mustBe(401);
        Answer unknownHandle = world.anonymous()
                .post("/auth/login", object("handle", World.word(), "password", "wrong"))
                .mustBe(401);

        assertThat(wrongPassword.errorCode()).isEqualTo("unauthenticated");
        assertThat(unknownHandle.text()).isEqualTo(wrongPassword.text());
        assertThat(unknownHandle.header("Set-Cookie")).isNull();
    }

    @Test
    void namesTheMissingFieldsOfASignIn() {
        Answer answer = world.anonymous().post("/auth/login", object()).mustBe(422);

        assertThat(answer.wrongFields()).containsExactly("handle", "password");
    }

    @Test
    void setsACookieThatScriptsAndOtherSitesCannotUse() {
        String cookie = world.signIn().header("Set-Cookie");

        assertThat(cookie)
                .startsWith("strata_session=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Lax")
                .containsIgnoringCase("Path=/");
    }

    @Test
    void acceptsNoTokenAfterSigningOut() {
        Api api = world.with(world.signIn().text("token"));

        api.post("/auth/logout").mustBe(204);

        assertThat(api.get("/auth/me").mustBe(401).errorCode()).isEqualTo("unauthenticated");
    }

    @Test
    void knowsNobodyBehindAForgedToken() {
        assertThat(world.with("strata_forged").get("/workspaces").mustBe(401).errorCode())
                .isEqualTo("unauthenticated");
    }

    @Test
    void servesTheOwnPagesByCookie() {
        Answer answer = withCookie("same-origin", null);

        answer.mustBe(201);
    }

    @Test
    void refusesChangesThatAnotherSiteSendsWithTheCookie() {
        assertThat(withCookie("cross-site", null).mustBe(403).errorCode()).isEqualTo("forbidden");
        assertThat(withCookie(null, "https://elsewhere.example").mustBe(403).errorCode())
                .isEqualTo("forbidden");
    }

    @Test
    void endsTheSignInOfASwitchedOffAccount() {
        var person = world.person();
        world.as(person).get("/auth/me").mustBe(200);

        world.stores().sql("update actor set active = false where id = ?", person.id());

        world.as(person).get("/auth/me").mustBe(401);
    }

    private Answer withCookie(String fetchSite, String origin) {
        Api nobody = world.anonymous();
        var request = nobody.request("/workspaces")
                .header("Cookie", "strata_session=" + world.administrator().token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"By cookie\"}"));
        if (fetchSite != null) {
            request.header("Sec-Fetch-Site", fetchSite);
        }
        if (origin != null) {
            request.header("Origin", origin);
        }
        return nobody.send(request);
    }
}
