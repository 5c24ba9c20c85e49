package io.strata.graph;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of nodes: by every filter, and by every sort, page by page. */
@AgainstStrata
class NodeListsIT {

    private final World world;
    private TestProject project;
    private Api api;

    NodeListsIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        api = project.api();
    }

    @Test
    void takesSeveralValuesOfAFilter() {
        Answer one = issue("One", "status", "todo", "labels", List.of("red"));
        Answer two = issue("Two", "status", "done", "labels", List.of("blue"));
        issue("Three", "status", "backlog", "labels", List.of("green"));

        assertThat(list("status=todo&status=done")).containsExactly("One", "Two");
        assertThat(list("label=red&label=blue")).containsExactly("One", "Two");
        assertThat(list("label=red&label=blue&category=done")).containsExactly("Two");
        assertThat(list("kind=issue&kind=component")).hasSize(4).contains("One", "Two");
        assertThat(list("text=" + one.text("short_id").toLowerCase(java.util.Locale.ROOT)))
                .contains("One");
        assertThat(list("text=BLU")).containsExactly("Two");
        assertThat(list("text=tw")).containsExactly("Two");
        assertThat(two.text("status")).isEqualTo("done");
    }

    @Test
    void findsWhatIsAssignedToSomebodyToMeAndToNobody() {
        Person person = project.workspace().join("MEMBER");
        issue("Theirs", "assignee_id", person.id());
        issue("Nobody's");

        assertThat(list("assignee_id=" + person.id())).containsExactly("Theirs");
        assertThat(world.as(person).get(project.path("/nodes?assignee_id=me")).each("title"))
                .containsExactly("Theirs");
        assertThat(list("kind=issue&assignee_id=none")).containsExactly("Nobody's");
        assertThat(list("kind=issue&assignee_id=none&assignee_id=" + person.id()))
                .hasSize(2);
    }

    @Test
    void findsWhatHangsBelowANode() {
        Answer component = project.component("Home");
        Answer inside = project.create("issue", "Inside", component.id());
        project.create("issue", "Below", inside.id());
        project.issue("Outside");

        assertThat(list("below=" + component.id())).containsExactly("Home", "Inside", "Below");
        assertThat(list("below=" + inside.text("short_id"))).containsExactly("Inside", "Below");
        api.get(project.path("/nodes?below=" + UUID.randomUUID())).mustBe(404);
    }

    @Test
    void findsByTimesAndEstimates() {
        Answer first = issue("First", "estimate", 1);
        Answer second = issue("Second", "estimate", 5);
        api.patch("/nodes/" + first.id(), object("title", "First, changed")).mustBe(200);

        assertThat(list("kind=issue&created_from=" + second.text("created_at"))).containsExactly("Second");
        assertThat(list("kind=issue&created_until=" + second.text("created_at")))
                .containsExactly("First, changed");
        assertThat(list("kind=issue&updated_until=" + second.text("updated_at") + "&updated_from="
                        + second.text("created_at")))
                .isEmpty();
        assertThat(list("kind=issue&updated_from=" + second.text("updated_at"))).hasSize(2);
        assertThat(list("estimate_from=2")).containsExactly("Second");
        assertThat(list("estimate_until=2")).containsExactly("First, changed");
    }

    @ParameterizedTest
    @CsvSource({
        "created, Delta Alpha Charlie Bravo",
        "updated, Alpha Charlie Bravo Delta",
        "title, Alpha Bravo Charlie Delta",
        "status, Charlie Alpha Delta Bravo",
        "priority, Bravo Delta Alpha Charlie",
        "due, Charlie Alpha Delta Bravo",
        "estimate, Alpha Delta Charlie Bravo",
        "assignee, Delta Alpha Charlie Bravo",
        "kind, Delta Alpha Charlie Bravo"
    })
    void sortsByWhateverIsAsked(String sort, String expected) {
        Answer delta = issue("Delta", "status", "in_progress", "priority", "low", "estimate", 3);
        issue("Alpha", "status", "todo", "priority", "high", "estimate", 1.5, "due_date", "2026-12-02");
        issue("Charlie", "status", "backlog", "priority", "urgent", "estimate", 20, "due_date", "2026-12-01");
        issue("Bravo", "status", "done");
        api.patch("/nodes/" + delta.id(), object("labels", List.of("late"))).mustBe(200);
        List<String> forwards = List.of(expected.split(" "));

        assertThat(paged("kind=issue&sort=" + sort)).isEqualTo(forwards);
        List<String> backwards = paged("kind=issue&order=desc&sort=" + sort);
        assertThat(backwards).containsExactlyInAnyOrderElementsOf(forwards);
        if (List.of("created", "updated", "title", "status", "priority").contains(sort)) {
            List<String> reversed = new ArrayList<>(forwards);
            Collections.reverse(reversed);
            assertThat(backwards).isEqualTo(reversed);
        }
        if (sort.equals("due")) {
            assertThat(backwards).as("what has none is last").containsExactly("Alpha", "Charlie", "Delta", "Bravo");
        }
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (String wrong : List.of("sort=weight", "order=up", "updated_from=yesterday", "sort=title&cursor=x")) {
            String field = wrong.contains("cursor") ? "cursor" : wrong.substring(0, wrong.indexOf('='));
            assertThat(api.get(project.path("/nodes?" + wrong)).mustBe(422).wrongFields())
                    .containsExactly(field);
        }
        assertThat(api.get(project.path("/nodes?assignee_id=somebody"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("assignee_id");
        world.as(world.person()).get(project.path("/nodes?sort=title")).mustBe(404);
    }

    /** One at a time: every cursor must continue exactly behind its node. */
    private List<String> paged(String query) {
        List<String> titles = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page =
                    api.get(project.path("/nodes?limit=1&" + query + cursor)).mustBe(200);
            titles.addAll(page.each("title"));
            cursor = page.text("next_cursor") == null ? null : "&cursor=" + page.text("next_cursor");
        }
        return titles;
    }

    private List<String> list(String query) {
        return api.get(project.path("/nodes?" + query)).mustBe(200).each("title");
    }

    private Answer issue(String title, Object... more) {
        var request = object(more);
        request.put("kind", "issue");
        request.put("title", title);
        return api.post(project.path("/nodes"), request).mustBe(201);
    }
}
