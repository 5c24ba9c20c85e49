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
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that is away costs its users an honest answer, leaves nothing half done, and is used again once it is back. */
@AgainstStrata
class StoreOutageIT {

    private final World world;

    StoreOutageIT(World world) {
        this.world = world;
    }

    @AfterEach
    void everythingIsBack() {
        world.strata().postgresql().start();
        world.strata().neo4j().start();
        world.strata().objects().start();
        world.awaitHealthy();
    }

    @Test
    void writesNothingToPostgresqlWhileNeo4jIsAway() {
        TestProject project = world.project();
        long before = rows(project);

        world.strata().neo4j().kill();
        Answer refused = create(project).mustBe(503);

        assertThat(refused.errorCode()).isEqualTo("graph_unavailable");
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(rows(project)).isEqualTo(before);
        world.strata().neo4j().start();
        await().untilAsserted(() -> create(project).mustBe(201));
    }

    @Test
    void writesNothingToNeo4jWhilePostgresqlIsAway() {
        TestProject project = world.project();
        long before = nodes(project);

        world.strata().postgresql().kill();
        Answer refused = create(project).mustBe(503);

        assertThat(refused.errorCode()).isEqualTo("database_unavailable");
        assertThat(nodes(project)).isEqualTo(before);
        world.strata().postgresql().start();
        await().untilAsserted(() -> create(project).mustBe(201));
    }

    @Test
    void keepsNothingOfAnUploadWhileTheObjectStoreIsAway() {
        TestProject project = world.project();
        String documents = project.workspace().path("/documents");
        Upload upload = new Upload().file("late.txt", "text/plain", "Later".getBytes(StandardCharsets.UTF_8));

        world.strata().objects().kill();
        Answer refused = project.api().upload(documents, upload).mustBe(503);

        assertThat(refused.errorCode()).isEqualTo("storage_unavailable");
        assertThat(project.api().get(documents).mustBe(200).items()).isEmpty();
        world.strata().objects().start();
        await().untilAsserted(() -> project.api().upload(documents, upload).mustBe(202));
    }

    /** Frozen, not gone: connections stay open and nothing comes back over them. */
    @Test
    void doesNotWaitForEverForAGraphThatHangs() throws Exception {
        TestProject project = world.project();
        long before = rows(project);

        signal("STOP", world.strata().neo4j());
        try {
            assertThat(create(project).mustBe(503).errorCode()).isEqualTo("graph_unavailable");
            assertThat(rows(project)).isEqualTo(before);
        } finally {
            signal("CONT", world.strata().neo4j());
        }
        await().untilAsserted(() -> create(project).mustBe(201));
    }

    private static void signal(String name, Program program) throws Exception {
        String pid = Long.toString(program.process().orElseThrow().pid());
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }

    private Answer create(TestProject project) {
        return project.api().post(project.path("/nodes"), object("kind", "issue", "title", "In hard times"));
    }

    private long rows(TestProject project) {
        return world.stores().number("select count(*) from node_content where project_id = ?", project.id())
                + world.stores()
                        .number(
                                "select count(*) from audit_log where workspace_id = ?",
                                project.workspace().id());
    }

    private long nodes(TestProject project) {
        return world.stores()
                .graphNumber(
                        "MATCH (n:Node {project_id: $project}) RETURN count(n)",
                        java.util.Map.of("project", project.id().toString()));
    }
}
