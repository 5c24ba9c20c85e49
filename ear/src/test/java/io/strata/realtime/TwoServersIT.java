package io.strata.realtime;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.launcher.AnotherServer;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two servers over the same stores, each with a broker of its own. */
@AgainstStrata
class TwoServersIT {

    private static final int WRITERS = 8;
    private static final int ISSUES_EACH = 8;

    private final World world;

    TwoServersIT(World world) {
        this.world = world;
    }

    @Test
    void tellOfEachOthersEventsWithoutLossAndDoubles() {
        TestProject project = world.project();
        String channel = "project:" + project.id();
        try (AnotherServer another = world.strata().startAnotherServer()) {
            List<URI> servers =
                    List.of(world.strata().server().uri(), another.server().uri());
            try (Follower here = Follower.at(servers.get(0), project.api()).follow(channel);
                    Follower there = Follower.at(servers.get(1), project.api()).follow(channel)) {
                create(project, servers.get(1), "Made there");
                here.awaitEvent("Made there");
                create(project, servers.get(0), "Made here");
                there.awaitEvent("Made here");
            }

            List<JsonObject> heard = new ArrayList<>();
            Follower follower = Follower.at(servers.get(0), project.api()).follow(channel);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(project, servers));
            int moves = 0;
            while (heard.size() < WRITERS * ISSUES_EACH) {
                Follower current = follower;
                int enough = Math.min(9, WRITERS * ISSUES_EACH - heard.size());
                await("some events").until(() -> current.events().size() >= enough);
                current.cut();
                heard.addAll(current.events());
                long last =
                        heard.get(heard.size() - 1).getJsonNumber("sequence").longValue();
                follower = Follower.at(servers.get(++moves % 2), project.api()).followAfter(last, channel);
            }
            writing.join();
            create(project, servers.get(0), "The end");
            follower.awaitEvent("The end");

            assertThat(follower.events()).hasSize(1);
            follower.close();
            assertThat(heard)
                    .hasSize(WRITERS * ISSUES_EACH)
                    .extracting(event -> event.getString("id"))
                    .doesNotHaveDuplicates();
            assertThat(heard.stream()
                            .map(event -> event.getJsonNumber("sequence").longValue())
                            .toList())
                    .isSorted();
        }
    }

    private static void write(TestProject project, List<URI> servers) {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            URI server = servers.get(writer % 2);
            writers.add(() -> {
                for (int i = 0; i < ISSUES_EACH; i++) {
                    create(project, server, "Issue " + i);
                }
                return null;
            });
        }
        try {
            AtOnce.run(writers);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer create(TestProject project, URI server, String title) {
        return new Api(server, project.api().token())
                .post(project.path("/nodes"), object("kind", "issue", "title", title))
                .mustBe(201);
    }
}
