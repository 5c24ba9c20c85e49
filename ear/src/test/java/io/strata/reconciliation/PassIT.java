package io.strata.reconciliation;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Passes over stores that are written to, and passes that are interrupted. */
@AgainstStrata
class PassIT {

    private static final int WRITERS = 4;

    private final World world;
    private final Passes passes;

    PassIT(World world) {
        this.world = world;
        this.passes = new Passes(world);
    }

    @Test
    void reportsNothingFalseWhilePeopleWork() throws InterruptedException {
        TestProject project = world.project();
        AtomicBoolean over = new AtomicBoolean();
        Queue<String> made = new ConcurrentLinkedQueue<>();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int i = 0; i < WRITERS; i++) {
            writers.submit(() -> {
                while (!over.get()) {
                    work(project, made);
                }
            });
        }
        await("some work").until(() -> made.size() > 20);
        for (int i = 0; i < 3; i++) {
            passes.run();
        }
        over.set(true);
        writers.shutdown();
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(made)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(passes.list("text=" + id)).isEmpty());
    }

    private static void work(TestProject project, Queue<String> made) {
        String id = project.issue("Under way").text("id");
        made.add(id);
        for (String status : new String[] {"todo", "in_progress", "done"}) {
            project.api().patch("/nodes/" + id, object("status", status)).mustBe(200);
        }
    }

    @Test
    void goesOnFromItsCheckpointWhenTheServerIsKilled() {
        Crowd crowd = new Crowd(world, 60_000);
        crowd.fill();
        String earlier = run();
        long execution = passes.start();
        await("a part of the way")
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !run().equals(earlier) && done() > crowd.size() / 4);

        world.strata().server().kill();
        long before = done();
        assertThat(unfinished()).as("parts that the kill has interrupted").isPositive();
        world.strata().server().start();
        world.awaitHealthy();

        long continuation = await("an execution that continues it")
                .until(
                        () -> world.administrator().get("/jobs/executions").mustBe(200).items().stream()
                                .filter(item ->
                                        item.getJsonNumber("instance_id").longValue() == execution
                                                && item.getJsonNumber("id").longValue() != execution)
                                .map(item -> item.getJsonNumber("id").longValue())
                                .findFirst()
                                .orElse(0L),
                        id -> id > 0);
        assertThat(passes.end(continuation).text("status")).isEqualTo("completed");
        assertThat(before).isPositive();
        assertThat(done())
                .as("keys, without those before the checkpoint once more")
                .isLessThan(nodes() + before);
        crowd.clear();
    }

    @Test
    void stopsAndGoesOnAndCanBeGivenUp() {
        Crowd crowd = new Crowd(world, 60_000);
        crowd.fill();
        long execution = passes.start();
        world.administrator().post("/jobs/executions/" + execution + "/stop").mustBe(202);
        assertThat(passes.end(execution).text("status")).isEqualTo("stopped");

        long continued = world.administrator()
                .post("/jobs/executions/" + execution + "/restart")
                .mustBe(202)
                .json()
                .getJsonNumber("id")
                .longValue();
        world.administrator().post("/jobs/executions/" + continued + "/stop").mustBe(202);
        assertThat(passes.end(continued).text("status")).isEqualTo("stopped");
        world.administrator().post("/jobs/executions/" + continued + "/abandon").mustBe(200);
        assertThat(passes.execution(continued).text("status")).isEqualTo("abandoned");
        world.administrator().post("/jobs/executions/" + continued + "/restart").mustBe(409);
        crowd.clear();
    }

    /** The latest pass that has come to the nodes. */
    private String run() {
        return Long.toString(world.stores()
                .number("select coalesce(max(cast(run as bigint)), 0) from job_checkpoint where step = 'nodes'"));
    }

    /** How many nodes it has seen to. */
    private long done() {
        return world.stores()
                .number("select coalesce(sum(done), 0) from job_checkpoint where step = 'nodes' and run = ?", run());
    }

    private long unfinished() {
        return world.stores()
                .number("select count(*) from job_checkpoint where step = 'nodes' and not finished and run = ?", run());
    }

    private long nodes() {
        return world.stores().graphNumber("MATCH (n:Node|Trashed) RETURN count(n)", Map.of());
    }
}
