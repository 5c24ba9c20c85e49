package io.strata.transaction;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.launcher.Program;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was acknowledged survives {@code kill -9}, and what was under way ends in all stores alike. */
@AgainstStrata
class CrashIT {

    private static final int CLIENTS = 4;

    private final World world;
    private final Queue<String> nodes = new ConcurrentLinkedQueue<>();
    private final Queue<String> documents = new ConcurrentLinkedQueue<>();

    CrashIT(World world) {
        this.world = world;
    }

    @Test
    void losesNothingWhenTheServerIsKilled() throws InterruptedException {
        killUnderLoad(List.of(world.strata().server()));
    }

    @Test
    void losesNothingWhenEverythingIsKilled() throws InterruptedException {
        killUnderLoad(List.of(
                world.strata().server(),
                world.strata().neo4j(),
                world.strata().postgresql(),
                world.strata().objects()));
    }

    private void killUnderLoad(List<Program> victims) throws InterruptedException {
        TestProject project = world.project();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Stream.generate(() -> (Runnable) () -> work(project)).limit(CLIENTS).forEach(clients::submit);
        await("some work").until(() -> nodes.size() >= 20 && documents.size() >= 10);

        victims.parallelStream().forEach(Program::kill);
        clients.shutdown();
        assertThat(clients.awaitTermination(World.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        victims.stream().filter(victim -> victim != world.strata().server()).forEach(Program::start);
        world.strata().server().start();
        world.awaitHealthy();

        assertThat(nodes).allSatisfy(node -> project.api().get("/nodes/" + node).mustBe(200));
        await("agreement of the stores")
                .untilAsserted(() -> assertThat(nodesOf(project)).isEqualTo(rowsOf(project)));
        await("the end of every document").until(() -> unfinished(project) == 0);
        assertThat(documents)
                .allSatisfy(document -> assertThat(project.api()
                                .get("/documents/" + document)
                                .mustBe(200)
                                .text("status"))
                        .isEqualTo("ready"));
    }

    /** Works until the server is gone. */
    private void work(TestProject project) {
        try {
            for (int i = 0; ; i++) {
                Answer created =
                        project.api().post(project.path("/nodes"), object("kind", "issue", "title", "Number " + i));
                if (created.status() == 201) {
                    nodes.add(created.text("id"));
                }
                upload(project, i);
            }
        } catch (UncheckedIOException e) {
            // The server is gone, as it shall.
        }
    }

    private void upload(TestProject project, int number) {
        byte[] content = ("The text of number " + number).getBytes(StandardCharsets.UTF_8);
        Answer uploaded = project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload().file(number + ".txt", "text/plain", content));
        if (uploaded.status() == 202) {
            documents.addAll(uploaded.each("id"));
        }
    }

    private long nodesOf(TestProject project) {
        return world.stores()
                .graphNumber(
                        "MATCH (n:Node {project_id: $project}) RETURN count(n)",
                        Map.of("project", project.id().toString()));
    }

    private long rowsOf(TestProject project) {
        return world.stores().number("select count(*) from node_content where project_id = ?", project.id());
    }

    private long unfinished(TestProject project) {
        return world.stores()
                .number(
                        "select count(*) from document where workspace_id = ? and status not in ('READY', 'FAILED')",
                        project.workspace().id());
    }
}
