package io.strata.reconciliation;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.Answer;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reconciliation as an operator uses it over the API. */
public final class Passes {

    private static final Set<String> ENDS = Set.of("completed", "failed", "stopped", "abandoned");

    private final World world;

    public Passes(World world) {
        this.world = world;
    }

    /** A pass that begins after now and ends well; one that is under way is waited for. */
    public void run() {
        assertThat(end(start()).text("status")).isEqualTo("completed");
    }

    /** Starts a pass of our own and answers with its execution. */
    public long start() {
        return await("a run of our own")
                .until(
                        () -> world.administrator().post("/jobs/reconciliation/executions"),
                        answer -> answer.status() == 202)
                .json()
                .getJsonNumber("id")
                .longValue();
    }

    /** An execution once it is over. */
    public Answer end(long execution) {
        return await("its end").until(() -> execution(execution), answer -> ENDS.contains(answer.text("status")));
    }

    /** An execution as it is. */
    public Answer execution(long execution) {
        return world.administrator().get("/jobs/executions/" + execution).mustBe(200);
    }

    /** The finding about a subject with a status, if there is one. */
    public Optional<JsonObject> find(String kind, String subject, String status) {
        return list("kind=" + kind + "&text=" + subject.replace("/", "%2F") + "&status=" + status).stream()
                .findFirst();
    }

    /** The open finding about a subject. */
    public JsonObject open(String kind, String subject) {
        return find(kind, subject, "open").orElseThrow(() -> new AssertionError("no " + kind + " about " + subject));
    }

    /** The findings that match. */
    public List<JsonObject> list(String query) {
        return world.administrator()
                .get("/reconciliation/findings?limit=200&" + query)
                .mustBe(200)
                .items();
    }

    /** What a repair would do. */
    public Answer preview(JsonObject finding, String action) {
        return world.administrator().post(path(finding, "/preview"), object("action", action));
    }

    /** Repairs what the finding shows. */
    public Answer repair(JsonObject finding, String action) {
        return world.administrator()
                .post(path(finding, "/repair"), object("action", action, "state", finding.getString("state")));
    }

    /** What has happened to a finding, newest first. */
    public List<String> history(JsonObject finding) {
        return world.administrator().get(path(finding, "/history")).mustBe(200).each("event");
    }

    private static String path(JsonObject finding, String more) {
        return "/reconciliation/findings/" + finding.getString("id") + more;
    }
}
