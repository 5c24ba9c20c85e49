package io.strata.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import io.strata.graph.LinkType;
import io.strata.graph.NodeKind;
import io.strata.graph.StatusCategory;
import io.strata.graph.Workflow;
import io.strata.graph.WorkflowStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

    private static final Workflow WORKFLOW = new Workflow(
            List.of(new WorkflowStatus("open", StatusCategory.TODO), new WorkflowStatus("done", StatusCategory.DONE)),
            null);

    @Test
    void putsEveryNodeBehindWhatItHangsUnder() {
        ImportPlan plan = plan(file(
                List.of(issue("c", "b"), issue("b", "a"), node("a", NodeKind.COMPONENT, null)),
                List.of(new ProjectFile.Link("b", LinkType.BLOCKS, "c"))));

        assertThat(plan.nodes()).extracting(ProjectFile.Node::key).containsExactly("a", "b", "c");
        ImportReport report = plan.report(true, List.of());
        assertThat(report.components()).isEqualTo(1);
        assertThat(report.issues()).isEqualTo(2);
        assertThat(report.links()).isEqualTo(1);
    }

    @Test
    void namesEverythingThatIsWrong() {
        ProjectFile.Node wrong = new ProjectFile.Node(
                "x", NodeKind.COMPONENT, "issue", " ", null, "open", null, "nobody", null, 1.0, null, "none");

        assertThat(problems(file(
                        List.of(issue("issue", null), wrong, issue("issue", null), issue("y", "nowhere")),
                        List.of(
                                new ProjectFile.Link("issue", LinkType.BLOCKS, "x"),
                                new ProjectFile.Link("issue", null, "y"),
                                new ProjectFile.Link("y", LinkType.RELATES_TO, "issue"),
                                new ProjectFile.Link("issue", LinkType.RELATES_TO, "y")))))
                .containsExactlyInAnyOrder(
                        "nodes[1].title",
                        "nodes[1].status",
                        "nodes[1].estimate",
                        "nodes[1].cycle_id",
                        "nodes[1].cycle",
                        "nodes[1].assignee",
                        "nodes[1].parent",
                        "nodes[2].key",
                        "nodes[3].parent",
                        "links[0].target",
                        "links[1].type",
                        "links[3]");
    }

    @Test
    void refusesCircles() {
        assertThat(problems(file(List.of(issue("a", "b"), issue("b", "a")), List.of())))
                .contains("nodes");
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> plan(file(
                        List.of(issue("a", null), issue("b", null), issue("c", null), issue("d", null)),
                        List.of(
                                new ProjectFile.Link("a", LinkType.BLOCKS, "b"),
                                new ProjectFile.Link("b", LinkType.BLOCKS, "c"),
                                new ProjectFile.Link("c", LinkType.BLOCKS, "b"),
                                new ProjectFile.Link("c", LinkType.BLOCKS, "d")))));
        assertThat(refusal.details())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .containsAnyOf("b → c → b", "c → b → c")
                        .doesNotContain("→ d"));
    }

    @Test
    void readsATable() {
        Problems problems = new Problems();
        ProjectFile file = NodeTable.read("""
                Key,Title,Kind,Labels,Blocks,Estimate,Whatever
                A,First,,red; blue,B,2.5,x
                B,Second,issue,,,,
                """, problems);

        ImportPlan plan = ImportPlan.of(file, "rows", WORKFLOW, Map.of(), problems);

        assertThat(plan.nodes().get(0).labels()).containsExactly("red", "blue");
        assertThat(plan.nodes().get(0).estimate()).isEqualTo(2.5);
        assertThat(plan.links()).containsExactly(new ProjectFile.Link("A", LinkType.BLOCKS, "B"));
    }

    @Test
    void namesTheCellsOfATableThatCannotBeRead() {
        Problems problems = new Problems();
        ProjectFile file = NodeTable.read("title,estimate,due_date,priority\nOne,many,soon,whenever\n,1,,\n", problems);

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> ImportPlan.of(file, "rows", WORKFLOW, Map.of(), problems));

        assertThat(refusal.details())
                .extracting(FieldProblem::field)
                .containsExactly("rows[0].priority", "rows[0].estimate", "rows[0].due_date", "rows[1].title");
    }

    private static ProjectFile file(List<ProjectFile.Node> nodes, List<ProjectFile.Link> links) {
        return new ProjectFile(null, null, nodes, links, null);
    }

    private static ProjectFile.Node issue(String key, String parent) {
        return node(key, NodeKind.ISSUE, parent);
    }

    private static ProjectFile.Node node(String key, NodeKind kind, String parent) {
        return new ProjectFile.Node(key, kind, parent, "Title", null, null, null, null, null, null, null, null);
    }

    private static ImportPlan plan(ProjectFile file) {
        return ImportPlan.of(file, "nodes", WORKFLOW, Map.of(), new Problems());
    }

    private static List<String> problems(ProjectFile file) {
        return catchThrowableOfType(ProblemException.class, () -> plan(file)).details().stream()
                .map(FieldProblem::field)
                .toList();
    }
}
