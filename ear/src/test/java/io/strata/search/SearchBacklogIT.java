package io.strata.search;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** An installation that has had no search. */
@AgainstStrata
class SearchBacklogIT {

    private final World world;

    SearchBacklogIT(World world) {
        this.world = world;
    }

    @Test
    void learnsWhatIsInTheGraphAtTheNextStart() throws SQLException {
        String word = World.word();
        TestProject project = world.project();
        Answer issue = project.issue("Old " + word);
        Answer gone = project.issue("Gone " + word);
        project.api().delete("/nodes/" + gone.id()).mustBe(200);
        Answer cycle = project.api()
                .post(
                        project.path("/cycles"),
                        object("name", "Cycle " + word, "start_date", "2026-12-01", "end_date", "2026-12-14"))
                .mustBe(201);
        forget(project);
        assertThat(search(project, word)).isEmpty();

        world.strata().server().kill();
        world.strata().server().start();
        world.awaitHealthy();

        assertThat(search(project, word)).containsExactlyInAnyOrder(issue.text("id"), cycle.text("id"));
        assertThat(world.stores().number("select count(*) from search_backlog")).isZero();
        project.api().post("/nodes/" + gone.id() + "/restore").mustBe(200);
        assertThat(search(project, word)).contains(gone.text("id"));
    }

    private void forget(TestProject project) throws SQLException {
        try (Connection owner = world.stores().connectAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "delete from search_entry where kind <> 'PROJECT' and project_id = '" + project.id() + "'");
            statement.execute("insert into search_backlog values (0, '00000000-0000-0000-0000-000000000000')");
        }
    }

    private static Iterable<String> search(TestProject project, String word) {
        return project.api().get("/search?q=" + word).mustBe(200).each("id");
    }
}
