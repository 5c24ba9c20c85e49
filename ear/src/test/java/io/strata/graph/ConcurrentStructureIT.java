package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;

/** Changes that are right each for itself and wrong together. */
@AgainstStrata
class ConcurrentStructureIT {

    private final World world;

    ConcurrentStructureIT(World world) {
        this.world = world;
    }

    @RepeatedTest(5)
    void twoMovesDoNotCloseACycleTogether() throws Exception {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");

        List<Answer> answers =
                AtOnce.run(List.of(() -> move(project, one.id(), two.id()), () -> move(project, two.id(), one.id())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
        assertTree(project, 3);
    }

    @RepeatedTest(5)
    void aNodeThatIsMovedToManyPlacesEndsInOne() throws Exception {
        TestProject project = world.project();
        Answer node = project.issue("Wanted");
        List<Callable<Answer>> moves = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            UUID place = project.component("Place " + i).id();
            moves.add(() -> move(project, node.id(), place));
        }

        assertThat(AtOnce.run(moves)).extracting(Answer::status).containsOnly(200);

        assertTree(project, 8);
    }

    @RepeatedTest(5)
    void twoBlocksDoNotCloseACycleTogetherEvenAcrossProjects() throws Exception {
        TestProject project = world.project();
        TestProject sibling = project.workspace().project();
        Answer one = project.issue("One");
        Answer two = sibling.issue("Two");

        List<Answer> answers =
                AtOnce.run(List.of(() -> block(project, one.id(), two.id()), () -> block(project, two.id(), one.id())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
    }

    @RepeatedTest(5)
    void theSameLinkIsMadeOnce() throws Exception {
        TestProject project = world.project();
        Answer one = project.issue("One");
        Answer two = project.issue("Two");
        Callable<Answer> link = () -> project.api()
                .post("/nodes/" + one.id() + "/links", object("type", "relates_to", "target_id", two.id()));

        assertThat(AtOnce.run(List.of(link, link, link)))
                .extracting(Answer::status)
                .containsExactlyInAnyOrder(201, 409, 409);
    }

    @RepeatedTest(5)
    void nothingLivesUnderADeletedNode() throws Exception {
        TestProject project = world.project();
        Answer parent = project.component("Doomed");
        List<Callable<Answer>> clients = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clients.add(() -> project.api()
                    .post(project.path("/nodes"), object("kind", "issue", "title", "Child", "parent_id", parent.id())));
        }
        clients.add(3, () -> project.api().delete("/nodes/" + parent.id()));

        List<Answer> answers = AtOnce.run(clients);

        Answer deleted = answers.remove(3).mustBe(200);
        assertThat(answers).extracting(Answer::status).containsAnyOf(201, 422).doesNotContain(500, 503);
        long made = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(deleted.json().getInt("deleted")).isEqualTo(made + 1);
        assertThat(livingBelowTheTrash(project)).isZero();
        assertThat(project.api()
                        .post("/nodes/" + parent.id() + "/restore")
                        .mustBe(200)
                        .json()
                        .getInt("restored"))
                .isEqualTo(made + 1);
        assertTree(project, made + 2);
    }

    @RepeatedTest(5)
    void nobodyMovesIntoTheTrash() throws Exception {
        TestProject project = world.project();
        Answer parent = project.component("Doomed");
        Answer issue = project.issue("Moving");

        List<Answer> answers = AtOnce.run(List.of(
                () -> move(project, issue.id(), parent.id()),
                () -> project.api().delete("/nodes/" + parent.id())));

        assertThat(answers.get(0).status()).isIn(200, 422);
        answers.get(1).mustBe(200);
        assertThat(livingBelowTheTrash(project)).isZero();
    }

    private static Answer move(TestProject project, UUID node, UUID parent) {
        return project.api().post("/nodes/" + node + "/move", object("parent_id", parent));
    }

    private static Answer block(TestProject project, UUID node, UUID target) {
        return project.api().post("/nodes/" + node + "/links", object("type", "blocks", "target_id", target));
    }

    private long livingBelowTheTrash(TestProject project) {
        return world.stores()
                .graphNumber(
                        "MATCH (:Trashed {project_id: $project})-[:HAS_CHILD]->(n:Node) RETURN count(n)",
                        Map.of("project", project.id().toString()));
    }

    /** Every node hangs under exactly one other, and all of them below the root. */
    private void assertTree(TestProject project, long nodes) {
        Map<String, Object> parameters = Map.of(
                "project", project.id().toString(), "root", project.rootId().toString());
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (:Node {id: $root})-[:HAS_CHILD*0..]->(n:Node) RETURN count(DISTINCT n)",
                                parameters))
                .isEqualTo(nodes);
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n:Node {project_id: $project}) WHERE n.id <> $root"
                                        + " AND COUNT { ()-[:HAS_CHILD]->(n) } <> 1 RETURN count(n)",
                                parameters))
                .isZero();
    }
}
