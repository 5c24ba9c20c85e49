package io.strata.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of other sites, seen as a browser sees them. The tests' server allows two sites. */
@AgainstStrata
class CrossOriginIT {

    private static final String ALLOWED = "https://tools.example.com";

    private final World world;

    CrossOriginIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {ALLOWED, "http://localhost:3000"})
    void letsPagesOfAnAllowedSiteReadAnswers(String origin) {
        Answer answer = from(world.administrator(), origin, "/workspaces");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
        assertThat(answer.header("Vary")).contains("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.com",
                "http://tools.example.com",
                "https://tools.example.com:8443",
                "https://tools.example.com.evil.example",
                "null",
                "*"
            })
    void saysNothingToOtherSites(String origin) {
        Answer answer = from(world.administrator(), origin, "/workspaces");

        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void answersTheQuestionThatABrowserAsksFirst() {
        Answer answer = world.anonymous()
                .send(world.anonymous()
                        .request("/workspaces")
                        .header("Origin", ALLOWED)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                        .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "PATCH", "DELETE");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");
    }

    @Test
    void neverLetsAnotherSiteUseTheCookieOfAVisitor() {
        Answer answer = world.anonymous()
                .send(world.anonymous()
                        .request("/workspaces")
                        .header("Origin", ALLOWED)
                        .header("Sec-Fetch-Site", "cross-site")
                        .header(
                                "Cookie",
                                "strata_session=" + world.administrator().token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\":\"Taken over\"}")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    }

    @Test
    void showsErrorsToPagesOfAnAllowedSiteToo() {
        Answer answer = from(world.anonymous(), ALLOWED, "/workspaces");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(ALLOWED);
    }

    private static Answer from(Api caller, String origin, String path) {
        return caller.send(caller.request(path).header("Origin", origin).GET());
    }
}
