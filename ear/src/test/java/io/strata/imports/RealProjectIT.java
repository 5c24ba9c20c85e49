package io.strata.imports;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Imports a real project and compares the answers to questions with what follows from its files. They are in a folder given
 * by a system property: components.csv (path, artifact, name, description, parent), dependencies.csv (from, to, scope),
 * issues.csv (key, title, opened, last_change, commits, component) and issue-links.csv (from, to, kind).
 */
@AgainstStrata
@EnabledIfSystemProperty(named = "strata.test.graph", matches = ".+")
class RealProjectIT {

    private static final int MAXIMUM_TITLE = 500;
    private static final String OPEN_SINCE = "2026-07-01";

    private final World world;
    private final List<Map<String, String>> components = table("components.csv");
    private final List<Map<String, String>> dependencies = table("dependencies.csv");
    private final List<Map<String, String>> issues = table("issues.csv");
    private final List<Map<String, String>> links = table("issue-links.csv");
    private final Map<String, String> shortIds = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    RealProjectIT(World world) {
        this.world = world;
    }

    @Test
    void importsARealProjectAndAnswersQuestionsAboutIt() {
        TestProject project = world.project();
        Map<String, Object> file = file();

        long begin = System.nanoTime();
        Answer imported = project.api().post(project.path("/import"), file).mustBe(200);
        System.out.printf("imported in %d ms%n", (System.nanoTime() - begin) / 1_000_000);

        imported.json().getJsonArray("nodes").getValuesAs(JsonObject.class).forEach(node -> {
            shortIds.put(node.getString("key"), node.getString("short_id"));
            keys.put(node.getString("short_id"), node.getString("key"));
        });
        assertThat(imported.json().getInt("components")).isEqualTo(components.size());
        assertThat(imported.json().getInt("issues")).isEqualTo(issues.size());
        JsonObject exported =
                project.api().get(project.path("/export")).mustBe(200).json();
        assertThat(exported.getJsonArray("nodes")).hasSize(components.size() + issues.size());
        assertThat(exported.getJsonArray("links")).hasSize(((List<?>) file.get("links")).size());
        components.forEach(component -> impact(project, component.get("path")));
        unblocked(project);
        subtree(project);
        paths(project);
    }

    private void impact(TestProject project, String component) {
        Map<String, Set<String>> dependents = new HashMap<>();
        dependencies.forEach(dependency -> dependents
                .computeIfAbsent("C:" + dependency.get("to"), key -> new HashSet<>())
                .add("C:" + dependency.get("from")));
        Map<String, Integer> expected = distances("C:" + component, dependents, 5);

        Answer answer = project.api()
                .get("/nodes/" + shortIds.get("C:" + component) + "/impact?limit=1000")
                .mustBe(200);

        Map<String, Integer> found = new TreeMap<>();
        answer.items()
                .forEach(item -> found.put(
                        keys.get(item.getJsonObject("reached")
                                .getJsonObject("node")
                                .getString("short_id")),
                        item.getJsonObject("reached").getInt("distance")));
        assertThat(found).as(component).isEqualTo(expected);
        answer.items()
                .forEach(item -> assertThat(item.getInt("open_issues"))
                        .isEqualTo(openIssuesOf(keys.get(item.getJsonObject("reached")
                                .getJsonObject("node")
                                .getString("short_id")))));
    }

    private void unblocked(TestProject project) {
        Set<String> found = new HashSet<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = project.api()
                    .get("/nodes/" + project.rootId() + "/unblocked?limit=200"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .mustBe(200);
            page.each("short_id").forEach(shortId -> found.add(keys.get(shortId)));
            cursor = page.text("next_cursor");
        }
        assertThat(found)
                .isEqualTo(issues.stream()
                        .filter(RealProjectIT::isOpen)
                        .map(issue -> "I:" + issue.get("key"))
                        .collect(Collectors.toSet()));
    }

    private void subtree(TestProject project) {
        int read = 0;
        String cursor = "";
        while (cursor != null) {
            Answer page = project.api()
                    .get("/nodes/" + shortIds.get("C:.") + "/subtree?limit=1000"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .mustBe(200);
            read += page.items().size();
            cursor = page.text("next_cursor");
        }
        assertThat(read).isEqualTo(components.size() + issues.size() - 1);
    }

    private void paths(TestProject project) {
        Map<String, Set<String>> near = new HashMap<>();
        dependencies.forEach(dependency -> {
            String from = "C:" + dependency.get("from");
            String to = "C:" + dependency.get("to");
            near.computeIfAbsent(from, key -> new HashSet<>()).add(to);
            near.computeIfAbsent(to, key -> new HashSet<>()).add(from);
        });
        String begin = "C:" + dependencies.get(0).get("from");
        Map<String, Integer> distances = distances(begin, near, Integer.MAX_VALUE);
        distances.put(begin, 0);
        for (Map<String, String> component : components) {
            String end = "C:" + component.get("path");
            int steps = project.api()
                    .get("/paths?layers=3&from=" + shortIds.get(begin) + "&to=" + shortIds.get(end))
                    .mustBe(200)
                    .json()
                    .getJsonArray("nodes")
                    .size();
            assertThat(steps).as(end).isEqualTo(distances.getOrDefault(end, -1) + 1);
        }
    }

    private static Map<String, Integer> distances(String from, Map<String, Set<String>> next, int most) {
        Map<String, Integer> distances = new TreeMap<>(Map.of(from, 0));
        Deque<String> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            String one = queue.remove();
            for (String other : distances.get(one) < most ? next.getOrDefault(one, Set.of()) : Set.<String>of()) {
                if (distances.putIfAbsent(other, distances.get(one) + 1) == null) {
                    queue.add(other);
                }
            }
        }
        distances.remove(from);
        return distances;
    }

    private long openIssuesOf(String component) {
        return issues.stream()
                .filter(RealProjectIT::isOpen)
                .filter(issue -> component.equals("C:" + issue.get("component")))
                .count();
    }

    private static String title(Map<String, String> issue) {
        String title = issue.get("title").isBlank() ? issue.get("key") : issue.get("title");
        return title.substring(0, Math.min(MAXIMUM_TITLE, title.length()));
    }

    private static boolean isOpen(Map<String, String> issue) {
        return issue.get("last_change").compareTo(OPEN_SINCE) >= 0;
    }

    private Map<String, Object> file() {
        List<Object> nodes = new ArrayList<>();
        components.forEach(component -> nodes.add(object(
                "key",
                "C:" + component.get("path"),
                "kind",
                "component",
                "title",
                component.get("name"),
                "description",
                component.get("description"),
                "parent",
                component.get("parent").isEmpty() ? null : "C:" + component.get("parent"))));
        issues.forEach(issue -> nodes.add(object(
                "key",
                "I:" + issue.get("key"),
                "title",
                title(issue),
                "status",
                isOpen(issue) ? "in_progress" : "done",
                "labels",
                List.of(issue.get("key")),
                "parent",
                "C:" + issue.get("component"))));
        Set<Object> edges = new HashSet<>();
        dependencies.forEach(dependency -> edges.add(object(
                "source", "C:" + dependency.get("from"),
                "type", "depends_on",
                "target", "C:" + dependency.get("to"))));
        links.forEach(link -> edges.add(
                object("source", "I:" + link.get("from"), "type", link.get("kind"), "target", "I:" + link.get("to"))));
        return object("nodes", nodes, "links", new ArrayList<>(edges));
    }

    private static List<Map<String, String>> table(String name) {
        try {
            List<List<String>> rows =
                    Csv.read(Files.readString(Path.of(System.getProperty("strata.test.graph"), name)));
            return rows.stream()
                    .skip(1)
                    .map(row -> {
                        Map<String, String> cells = new HashMap<>();
                        for (int i = 0; i < rows.get(0).size(); i++) {
                            cells.put(rows.get(0).get(i), i < row.size() ? row.get(i) : "");
                        }
                        return cells;
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
