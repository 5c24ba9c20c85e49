package io.strata.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@AgainstStrata
class ShortIdsIT {

    private static final int CLIENTS = 10;
    private static final int ISSUES_EACH = 10;

    private final World world;

    ShortIdsIT(World world) {
        this.world = world;
    }

    @Test
    void givesNoShortIdTwiceToTenClientsAtOnce() throws Exception {
        TestProject project = world.project();
        Callable<List<String>> client = () -> IntStream.range(0, ISSUES_EACH)
                .mapToObj(i -> project.issue("Issue " + i).text("short_id"))
                .toList();

        List<String> shortIds = AtOnce.run(Collections.nCopies(CLIENTS, client)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(shortIds).hasSize(CLIENTS * ISSUES_EACH).doesNotHaveDuplicates();
        assertThat(world.stores()
                        .graphNumber(
                                "MATCH (n:Issue {project_id: $project}) RETURN count(DISTINCT n.short_id)",
                                java.util.Map.of("project", project.id().toString())))
                .isEqualTo(CLIENTS * ISSUES_EACH);
    }
}
