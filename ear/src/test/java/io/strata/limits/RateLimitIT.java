package io.strata.limits;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

@AgainstStrata
class RateLimitIT {

    private final World world;

    RateLimitIT(World world) {
        this.world = world;
    }

    @Test
    void saysOnEveryAnswerHowManyRequestsThereMayBe() {
        Person person = limited(5);
        Api api = world.as(person);

        Answer found = api.get("/auth/me").mustBe(200);
        Answer missing = api.get("/nodes/" + UUID.randomUUID()).mustBe(404);

        assertThat(found.header("X-RateLimit-Limit")).isEqualTo("5");
        assertThat(found.header("X-RateLimit-Remaining")).isEqualTo("4");
        assertThat(found.header("RateLimit-Policy")).isEqualTo("\"minute\";q=5;w=60");
        assertThat(found.header("RateLimit")).matches("\"minute\";r=4;t=1[0-2]");
        assertThat(Long.parseLong(found.header("X-RateLimit-Reset")))
                .isBetween(Instant.now().getEpochSecond() - 60, Instant.now().getEpochSecond() + 60);
        assertThat(missing.header("X-RateLimit-Remaining")).isEqualTo("3");
        assertThat(world.anonymous().get("/auth/options").header("X-RateLimit-Limit"))
                .isEqualTo("1000000");
    }

    @Test
    void refusesWhatIsTooMuchAndSaysHowLongToWait() {
        Api api = world.as(limited(2));
        api.get("/auth/me").mustBe(200);
        api.get("/auth/me").mustBe(200);

        Answer refused = api.get("/auth/me").mustBe(429);

        assertThat(refused.errorCode()).isEqualTo("rate_limited");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 30);
        assertThat(world.as(world.person()).get("/auth/me").status()).isEqualTo(200);
    }

    @Test
    void countsMessagesOfTheModelContextProtocolAsWell() {
        Api api = world.as(limited(2));
        String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

        Answer first = api.post("//mcp", ping);
        Answer second = api.post("//mcp/readonly", ping);

        assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(second.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(api.post("//mcp", ping).mustBe(429).errorCode()).isEqualTo("rate_limited");
        api.get("/auth/me").mustBe(429);
    }

    @Test
    void letsExactlyTheLimitThroughWhenManyComeAtOnce() throws Exception {
        Api api = world.as(limited(5));

        List<Answer> answers = AtOnce.run(Collections.nCopies(10, (Callable<Answer>) () -> api.get("/auth/me")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(5);
        assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(5);
    }

    @Test
    void countsAChangeOfTheLimitFromTheNextRequest() {
        Person person = limited(1);
        Api api = world.as(person);
        api.get("/auth/me").mustBe(200);
        api.get("/auth/me").mustBe(429);

        world.administrator()
                .put("/rate-limits/actors/" + person.id(), object("per_minute", 1000))
                .mustBe(200);
        world.administrator().delete("/rate-limits/actors/" + person.id()).mustBe(204);

        assertThat(api.get("/auth/me").header("X-RateLimit-Limit")).isEqualTo("1000000");
    }

    @Test
    void limitsByRoleUnlessTheActorHasALimit() {
        TestWorkspace workspace = world.workspace();
        Person agent = workspace.join("AGENT");
        Api administrator = world.administrator();
        try {
            administrator
                    .put("/rate-limits/roles/agent", object("per_minute", 700))
                    .mustBe(200);

            assertThat(world.as(agent).get("/auth/me").header("X-RateLimit-Limit"))
                    .isEqualTo("700");
            Answer effective =
                    administrator.get("/rate-limits/actors/" + agent.id()).mustBe(200);
            assertThat(effective.text("source")).isEqualTo("role");
            assertThat(administrator
                            .get("/rate-limits/roles/agent")
                            .mustBe(200)
                            .json()
                            .getInt("per_minute"))
                    .isEqualTo(700);
            administrator
                    .put("/rate-limits/actors/" + agent.id(), object("per_minute", 30))
                    .mustBe(200);
            assertThat(world.as(agent).get("/auth/me").header("X-RateLimit-Limit"))
                    .isEqualTo("30");
            assertThat(administrator.get("/rate-limits?limit=200").mustBe(200).items())
                    .anyMatch(limit -> limit.getString("role", "").equals("agent"))
                    .anyMatch(limit -> limit.getString("handle", "").equals(agent.handle()));
        } finally {
            administrator.delete("/rate-limits/roles/agent");
        }
        administrator.get("/rate-limits/roles/agent").mustBe(404);
    }

    @Test
    void tellsTheDefaults() {
        assertThat(world.administrator()
                        .get("/rate-limits/defaults")
                        .mustBe(200)
                        .json()
                        .getInt("people"))
                .isEqualTo(1_000_000);
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        Api administrator = world.administrator();
        UUID person = world.person().id();
        for (Object wrong : new Object[] {0, -5, 1_000_001, null}) {
            assertThat(administrator
                            .put("/rate-limits/actors/" + person, object("per_minute", wrong))
                            .mustBe(422)
                            .wrongFields())
                    .containsExactly("per_minute");
        }
        administrator
                .put("/rate-limits/actors/" + UUID.randomUUID(), object("per_minute", 5))
                .mustBe(404);
        administrator.put("/rate-limits/roles/king", object("per_minute", 5)).mustBe(422);
        administrator.delete("/rate-limits/actors/" + person).mustBe(404);
    }

    @Test
    void isForAdministratorsOfTheInstallation() {
        Person person = world.person();
        Api api = world.as(person);

        api.get("/rate-limits").mustBe(403);
        api.get("/rate-limits/defaults").mustBe(403);
        api.get("/rate-limits/actors/" + person.id()).mustBe(403);
        api.put("/rate-limits/actors/" + person.id(), object("per_minute", 1000))
                .mustBe(403);
        api.delete("/rate-limits/actors/" + person.id()).mustBe(403);
        api.get("/rate-limits/roles/member").mustBe(403);
        api.put("/rate-limits/roles/member", object("per_minute", 1000)).mustBe(403);
        api.delete("/rate-limits/roles/member").mustBe(403);
        world.anonymous().get("/rate-limits").mustBe(401);
    }

    @Test
    void auditsAndCounts() throws Exception {
        Person person = limited(1);
        Api api = world.as(person);
        api.get("/auth/me").mustBe(200);
        api.get("/auth/me").mustBe(429);

        assertThat(world.administrator()
                        .get("/audit?action=rate_limit.&limit=5")
                        .mustBe(200)
                        .items())
                .anyMatch(entry -> entry.toString().contains(person.id().toString()));
        assertThat(metrics()).containsPattern("strata_requests_refused_total\\{.*caller=\"actor\".*} [1-9]");
    }

    @Test
    void leavesHealthAndFilesAlone() {
        assertThat(world.anonymous().get("//health").header("X-RateLimit-Limit"))
                .isNull();
        assertThat(world.anonymous().get("//favicon.svg").header("X-RateLimit-Limit"))
                .isNull();
    }

    /** Somebody who has made no request yet and may make so many in a minute. */
    private Person limited(int perMinute) {
        Person person = world.person();
        world.administrator()
                .put("/rate-limits/actors/" + person.id(), object("per_minute", perMinute))
                .mustBe(200);
        return person;
    }

    private String metrics() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(world.strata()
                        .server()
                        .uri()
                        .resolve("http://127.0.0.1:" + world.strata().server().managementPort() + "/prometheus"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
