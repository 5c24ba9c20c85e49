package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AgainstStrata
class SignInsIT {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final World world;
    private final Account account;

    SignInsIT(World world) {
        this.world = world;
        this.account = world.account();
    }

    @Test
    void lastsMinutesAndIsRenewed() {
        Answer first = account.signIn().mustBe(200);
        assertThat(Instant.parse(first.text("expires_at"))).isBefore(Instant.parse(first.text("refresh_expires_at")));

        Answer second = refresh(first.text("refresh_token")).mustBe(200);

        assertThat(second.text("token")).isNotEqualTo(first.text("token"));
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(second.text("refresh_expires_at")).isEqualTo(first.text("refresh_expires_at"));
        assertThat(second.json().getJsonObject("actor").getString("handle")).isEqualTo(account.handle());
        world.with(second.text("token")).get("/auth/me").mustBe(200);
        world.with(first.text("token")).get("/auth/me").mustBe(200);
        refresh(second.text("refresh_token")).mustBe(200);
    }

    @Test
    void endsWholeWhenARefreshTokenIsUsedTwice() {
        Answer first = account.signIn().mustBe(200);
        Answer second = refresh(first.text("refresh_token")).mustBe(200);
        Api other = account.api();

        assertThat(refresh(first.text("refresh_token")).mustBe(401).errorCode()).isEqualTo("unauthenticated");

        world.with(first.text("token")).get("/auth/me").mustBe(401);
        world.with(second.text("token")).get("/auth/me").mustBe(401);
        refresh(second.text("refresh_token")).mustBe(401);
        other.get("/auth/me").mustBe(200);
        assertThat(world.administrator().get("/audit?limit=20").each("action")).contains("session.reuse_detected");
    }

    @Test
    void refusesTokensOfAnotherKind() {
        Answer signedIn = account.signIn().mustBe(200);

        refresh(signedIn.text("token")).mustBe(401);
        world.with(signedIn.text("refresh_token")).get("/auth/me").mustBe(401);
        assertThat(refresh(null).mustBe(422).wrongFields()).containsExactly("refresh_token");
        refresh("strata_refresh_made_up").mustBe(401);
    }

    @Test
    void refusesAnAccessTokenThatHasExpired() {
        Answer signedIn = account.signIn().mustBe(200);

        expireAccessTokens();

        world.with(signedIn.text("token")).get("/auth/me").mustBe(401);
        refresh(signedIn.text("refresh_token")).mustBe(200);
    }

    @Test
    void renewsABrowserWithoutAnybodyNoticing() {
        String cookies = cookies(account.signIn().mustBe(200));
        expireAccessTokens();

        Answer renewed = withCookies(cookies, "/auth/me").mustBe(200);
        String next = cookies(renewed);

        assertThat(next).contains("strata_session=", "strata_session_refresh=").isNotEqualTo(cookies);
        assertThat(renewed.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
        assertThat(withCookies(next, "/auth/me").mustBe(200).headers().allValues("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void renewsNothingForAnotherSite() {
        String cookies = cookies(account.signIn().mustBe(200));
        expireAccessTokens();
        Api browser = world.anonymous();

        Answer forged = browser.send(browser.request("/workspaces")
                .header("Cookie", cookies)
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Forged\"}")));

        forged.mustBe(401);
        assertThat(forged.headers().allValues("Set-Cookie")).isEmpty();
        withCookies(cookies, "/auth/me").mustBe(200);
    }

    @Test
    void servesTheOtherRequestsThatABrowserSentAtTheSameMoment() {
        String cookies = cookies(account.signIn().mustBe(200));
        expireAccessTokens();
        String next = cookies(withCookies(cookies, "/auth/me").mustBe(200));

        assertThat(withCookies(cookies, "/auth/me").mustBe(200).headers().allValues("Set-Cookie"))
                .isEmpty();

        withCookies(next, "/auth/me").mustBe(200);
    }

    @Test
    void endsTheSignInOfABrowserWhoseOldCookieComesBackLater() {
        String cookies = cookies(account.signIn().mustBe(200));
        expireAccessTokens();
        String next = cookies(withCookies(cookies, "/auth/me").mustBe(200));
        world.stores()
                .sql("update refresh_token set used_at = used_at - interval '1 minute' where used_at is not null");

        withCookies(cookies, "/auth/me").mustBe(401);

        withCookies(next, "/auth/me").mustBe(401);
    }

    @Test
    void listsWhereSomebodyIsSignedIn() {
        Api here = account.api();
        Api nobody = world.anonymous();
        nobody.send(nobody.request("/auth/login")
                        .header("Content-Type", "application/json")
                        .header("User-Agent", FIREFOX)
                        .POST(BodyPublishers.ofString("{\"handle\":\"%s\",\"password\":\"%s\"}"
                                .formatted(account.handle(), account.password()))))
                .mustBe(200);

        Answer list = here.get("/account/sign-ins").mustBe(200);

        assertThat(list.items()).hasSize(2);
        assertThat(list.items().get(0).getString("device")).isEqualTo("Firefox on Linux");
        assertThat(list.items().get(0).getString("address")).isEqualTo("127.0.0.1");
        assertThat(list.items().get(0).getBoolean("current")).isFalse();
        assertThat(list.items().get(1).getBoolean("current")).isTrue();
        assertThat(list.text()).doesNotContain("token", "hash");
        Answer page = here.get("/account/sign-ins?limit=1").mustBe(200);
        assertThat(here.get("/account/sign-ins?limit=1&cursor=" + page.text("next_cursor"))
                        .mustBe(200)
                        .items())
                .hasSize(1);
    }

    @Test
    void endsOneOfTheOwnSignIns() {
        Api here = account.api();
        Api there = account.api();
        String id = there.get("/account/sign-ins").items().stream()
                .filter(item -> item.getBoolean("current"))
                .findFirst()
                .orElseThrow()
                .getString("id");

        here.delete("/account/sign-ins/" + id).mustBe(204);

        there.get("/auth/me").mustBe(401);
        here.get("/auth/me").mustBe(200);
        here.delete("/account/sign-ins/" + id).mustBe(404);
    }

    @Test
    void endsNoSignInOfSomebodyElse() {
        Api victim = account.api();
        String id = victim.get("/account/sign-ins").items().get(0).getString("id");

        world.account().api().delete("/account/sign-ins/" + id).mustBe(404);

        victim.get("/auth/me").mustBe(200);
        world.anonymous().get("/account/sign-ins").mustBe(401);
        world.account().api().delete("/account/sign-ins/" + UUID.randomUUID()).mustBe(404);
    }

    @Test
    void signsOutEverywhere() {
        Answer here = account.signIn().mustBe(200);
        Api there = account.api();

        world.with(here.text("token")).delete("/account/sign-ins").mustBe(204);

        world.with(here.text("token")).get("/auth/me").mustBe(401);
        there.get("/auth/me").mustBe(401);
        refresh(here.text("refresh_token")).mustBe(401);
        assertThat(account.auditedActions()).contains("session.all_ended");
    }

    @Test
    void endsTheRefreshTokenWithTheSignIn() {
        Answer signedIn = account.signIn().mustBe(200);

        world.with(signedIn.text("token")).post("/auth/logout").mustBe(204);

        refresh(signedIn.text("refresh_token")).mustBe(401);
    }

    private Answer refresh(String refreshToken) {
        return world.anonymous().post("/auth/refresh", object("refresh_token", refreshToken));
    }

    private void expireAccessTokens() {
        world.stores()
                .sql(
                        "update access_token set expires_at = now() where sign_in_id in"
                                + " (select id from sign_in where actor_id = ?)",
                        account.id());
    }

    private Answer withCookies(String cookies, String path) {
        Api browser = world.anonymous();
        return browser.send(browser.request(path).header("Cookie", cookies).GET());
    }

    private static String cookies(Answer answer) {
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        return String.join("; ", cookies);
    }
}
