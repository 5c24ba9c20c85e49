package io.strata.mcp;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.ApiToken;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the official client of the protocol can do here, in both kinds of revision. */
@AgainstStrata
class McpToolsIT {

    private static final Set<String> WRITING = Set.of(
            "create_node",
            "change_node",
            "move_node",
            "delete_node",
            "add_comment",
            "link_nodes",
            "unlink_nodes",
            "claim_work",
            "renew_claim",
            "report_progress",
            "hand_back_work",
            "complete_work");

    private final World world;
    private final Set<String> called = new TreeSet<>();

    McpToolsIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {McpClient.STATELESS, McpClient.WITH_HANDSHAKE})
    void everyToolDoesWhatItSays(String revision) {
        TestProject project = world.project();
        try (McpClient client = new McpClient(project.workspace().member("MEMBER"), "//mcp", revision)) {
            assertThat(client.connection().getJsonObject("result").getString("revision"))
                    .isEqualTo(revision.equals(McpClient.STATELESS) ? revision : "2025-11-25");
            Map<String, JsonObject> tools = tools(client);

            String part = write(client, project);
            work(client, project, part);
            look(client, project, part);
            remove(client, part);

            assertThat(called).isEqualTo(tools.keySet());
        }
    }

    @Test
    void worksWithinTheLimitsOfAnApiToken() {
        TestProject project = world.project();
        Answer part = project.component("Part");
        Answer inside = project.create("issue", "Inside", part.id());
        Answer outside = project.issue("Outside");
        ApiToken reading = ApiToken.of(
                world, project.api(), "nodes", List.of(part.id()), "actions", List.of("node_read", "comment_read"));
        ApiToken writing = ApiToken.of(world, project.api(), "nodes", List.of(part.id()), "daily_changes", 1);
        try (McpClient reader = new McpClient(reading.api(), "//mcp", McpClient.STATELESS);
                McpClient onlyReader = new McpClient(reading.api(), "//mcp/readonly", McpClient.WITH_HANDSHAKE);
                McpClient writer = new McpClient(writing.api(), "//mcp", McpClient.WITH_HANDSHAKE)) {
            for (McpClient client : List.of(reader, onlyReader, writer)) {
                assertThat(client.call("find_nodes", "project", project.id()).toString())
                        .contains("Part", "Inside")
                        .doesNotContain("Outside");
                assertThat(client.refused("read_node", "node", outside.text("short_id"))
                                .getString("code"))
                        .isEqualTo("not_found");
            }
            assertThat(reader.refused("change_node", "node", inside.id(), "title", "Changed")
                            .getString("code"))
                    .isEqualTo("forbidden");
            writer.call("change_node", "node", inside.id(), "title", "Changed");
            assertThat(writer.refused("change_node", "node", inside.id(), "title", "Changed again")
                            .getString("code"))
                    .isEqualTo("budget_exhausted");
            assertThat(project.api()
                            .get("/nodes/" + inside.id())
                            .json()
                            .getJsonObject("node")
                            .getString("title"))
                    .isEqualTo("Changed");

            project.api().delete("/tokens/" + reading.id()).mustBe(204);
            reader.failed("callTool", object("name", "read_node", "arguments", object("node", inside.id())));
        }
    }

    @Test
    void saysWhatEachToolTakesAnswersAndDoes() {
        try (McpClient client =
                new McpClient(world.project().workspace().member("VIEWER"), "//mcp", McpClient.STATELESS)) {
            Map<String, JsonObject> tools = tools(client);

            tools.forEach((name, tool) -> {
                JsonObject hints = tool.getJsonObject("annotations");
                assertThat(hints.getBoolean("readOnlyHint")).as(name).isEqualTo(!WRITING.contains(name));
                assertThat(hints.getBoolean("openWorldHint")).as(name).isFalse();
                assertThat(tool.getString("description")).as(name).isNotBlank();
                assertThat(tool.getJsonObject("inputSchema").getBoolean("additionalProperties"))
                        .as(name)
                        .isFalse();
                assertThat(tool.getJsonObject("outputSchema").getString("type"))
                        .as(name)
                        .isEqualTo("object");
            });
            assertThat(tools.get("delete_node").getJsonObject("annotations").getBoolean("destructiveHint"))
                    .isTrue();
            assertThat(tools.get("add_comment").getJsonObject("annotations").getBoolean("destructiveHint"))
                    .isFalse();
            assertThat(tools.get("create_node")
                            .getJsonObject("inputSchema")
                            .getJsonObject("properties")
                            .getJsonObject("kind")
                            .getJsonArray("enum")
                            .toString())
                    .isEqualTo("[\"component\",\"issue\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {McpClient.STATELESS, McpClient.WITH_HANDSHAKE})
    void tellsInWordsWhyACallIsRefused(String revision) {
        TestProject project = world.project();
        Answer issue = project.issue("Untouched");
        try (McpClient client = new McpClient(project.workspace().member("VIEWER"), "//mcp", revision)) {
            assertThat(client.refused("change_node", "node", issue.text("short_id"), "title", "Mine")
                            .getString("code"))
                    .isEqualTo("forbidden");
            assertThat(client.refused("read_node", "node", "NOWHERE-1").getString("code"))
                    .isEqualTo("not_found");
            assertThat(client.refused("claim_work", "lease_seconds", 100).toString())
                    .contains("validation_error", "node", "is required");
            assertThat(client.refused("find_nodes", "project", project.id(), "kind", "house", "colour", "red")
                            .toString())
                    .contains("colour");
            assertThat(client.refused("find_nodes", "project", project.id(), "kind", "house")
                            .toString())
                    .contains("must be one of component, issue");
            assertThat(client.failed("callTool", object("name", "drop_tables", "arguments", Map.of()))
                            .getString("message"))
                    .contains("There is no tool drop_tables");
        }
        assertThat(project.api().get("/nodes/" + issue.id()).json().toString()).contains("Untouched");
    }

    @ParameterizedTest
    @ValueSource(strings = {McpClient.STATELESS, McpClient.WITH_HANDSHAKE})
    void showsNothingThatARuleHides(String revision) {
        TestProject project = world.project();
        Answer secret = project.component("Secret part");
        Answer hidden = project.create("issue", "Hidden work", secret.id());
        Answer open = project.issue("Open work");
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", secret.id()))
                .mustBe(201);
        try (McpClient client = new McpClient(project.workspace().member("MEMBER"), "//mcp", revision)) {
            String root = project.rootId().toString();
            List<JsonObject> answers = List.of(
                    client.call("find_nodes", "project", project.id()),
                    client.call("read_node", "node", root),
                    client.call("read_subtree", "node", root),
                    client.call("list_unblocked", "node", root),
                    client.call("next_work", "project", project.id()),
                    client.done("readResource", object("uri", "strata://nodes/" + root)));

            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.toString())
                            .contains(open.text("short_id"))
                            .doesNotContain(hidden.text("short_id"), hidden.text("id"), "Secret part", "Hidden work"));
            assertThat(client.refused("read_node", "node", hidden.text("short_id"))
                            .getString("code"))
                    .isEqualTo("not_found");
            assertThat(client.refused("claim_work", "node", hidden.text("short_id"))
                            .getString("code"))
                    .isEqualTo("not_found");
            assertThat(client.failed("readResource", object("uri", "strata://nodes/" + hidden.text("id")))
                            .getString("message"))
                    .contains("Resource not found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {McpClient.STATELESS, McpClient.WITH_HANDSHAKE})
    void onlyReadsAtTheEndpointForReading(String revision) {
        TestProject project = world.project();
        String issue = project.issue("Only to be read").text("short_id");
        try (McpClient client = new McpClient(project.api(), "//mcp/readonly", revision)) {
            Map<String, JsonObject> tools = tools(client);

            assertThat(tools).isNotEmpty().doesNotContainKeys(WRITING.toArray(String[]::new));
            assertThat(tools.values())
                    .allSatisfy(
                            tool -> assertThat(tool.getJsonObject("annotations").getBoolean("readOnlyHint"))
                                    .isTrue());
            assertThat(client.call("read_node", "node", issue)
                            .getJsonObject("node")
                            .getString("title"))
                    .isEqualTo("Only to be read");
            for (String tool : WRITING) {
                assertThat(client.failed("callTool", object("name", tool, "arguments", object("node", issue)))
                                .getString("message"))
                        .contains("There is no tool " + tool);
            }
        }
        project.api().get("/nodes/" + issue).mustBe(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {McpClient.STATELESS, McpClient.WITH_HANDSHAKE})
    void givesNodesAsResources(String revision) {
        TestProject project = world.project();
        String issue = project.issue("A thing to read").text("short_id");
        try (McpClient client = new McpClient(project.workspace().member("VIEWER"), "//mcp", revision)) {
            assertThat(client.done("listResources", Map.of())
                            .getJsonArray("resources")
                            .getValuesAs(JsonObject.class))
                    .singleElement()
                    .satisfies(
                            root -> assertThat(root.getString("uri")).isEqualTo("strata://nodes/" + project.rootId()));
            assertThat(client.done("listResourceTemplates", Map.of()).toString())
                    .contains("strata://nodes/{id}");
            assertThat(client.done("readResource", object("uri", "strata://nodes/" + issue))
                            .toString())
                    .contains("A thing to read");
        }
    }

    private String write(McpClient client, TestProject project) {
        String part = call(client, "create_node", "project", project.id(), "kind", "component", "title", "Checkout")
                .getString("short_id");
        call(client, "create_node", "parent", part, "kind", "component", "title", "Basket");
        String first = call(
                        client,
                        "create_node",
                        "parent",
                        part,
                        "kind",
                        "issue",
                        "title",
                        "First",
                        "labels",
                        List.of("bug"))
                .getString("short_id");
        String second = call(
                        client, "create_node", "parent", part, "kind", "issue", "title", "Second", "priority", "high")
                .getString("short_id");
        assertThat(call(client, "change_node", "node", second, "title", "Second thing", "estimate", 2)
                        .getString("title"))
                .isEqualTo("Second thing");
        assertThat(call(client, "link_nodes", "source", first, "type", "blocks", "target", second)
                        .getJsonObject("node")
                        .getString("short_id"))
                .isEqualTo(second);
        assertThat(call(client, "add_comment", "node", first, "text", "Looks *easy*")
                        .getString("text"))
                .isEqualTo("Looks *easy*");
        assertThat(call(client, "move_node", "node", first, "parent", project.rootId())
                        .getString("short_id"))
                .isEqualTo(first);
        return part;
    }

    private void work(McpClient client, TestProject project, String part) {
        String issue = project.issue("To be handed back").text("short_id");
        String claim =
                call(client, "claim_work", "node", issue, "lease_seconds", 600).getString("id");
        assertThat(call(client, "list_claims").getJsonArray("items").toString()).contains(claim);
        assertThat(call(client, "renew_claim", "claim_id", claim, "lease_seconds", 1200)
                        .getBoolean("live"))
                .isTrue();
        assertThat(call(client, "report_progress", "claim_id", claim, "percent", 40, "message", "Half way")
                        .getInt("percent"))
                .isEqualTo(40);
        assertThat(call(client, "list_progress", "node", issue).toString()).contains("Half way");
        assertThat(call(client, "hand_back_work", "claim_id", claim, "reason", "Too hard")
                        .getString("outcome"))
                .isEqualTo("handed_back");
        assertThat(call(client, "next_work", "project", project.id()).toString())
                .contains(issue);
        String again = call(client, "claim_work", "node", issue).getString("id");
        assertThat(call(client, "complete_work", "claim_id", again, "result", "Done after all")
                        .getString("outcome"))
                .isEqualTo("completed");
        assertThat(call(client, "list_comments", "node", issue).toString()).contains("Done after all");
        assertThat(call(client, "next_work", "node", part).getJsonArray("items"))
                .isEmpty();
    }

    private void look(McpClient client, TestProject project, String part) {
        assertThat(call(client, "list_projects").toString()).contains(project.key());
        assertThat(call(client, "find_nodes", "project", project.id(), "label", "bug")
                        .toString())
                .contains("First")
                .doesNotContain("Second thing");
        assertThat(call(client, "read_node", "node", part).getInt("child_count"))
                .isEqualTo(2);
        assertThat(call(client, "read_subtree", "node", part, "depth", 1, "layers", "1")
                        .toString())
                .contains("Basket", "Second thing", "has_child");
        assertThat(call(client, "list_unblocked", "node", project.rootId()).toString())
                .contains("First")
                .doesNotContain("Second thing");
        String basket = project.api()
                .get(project.path("/nodes?kind=component"))
                .items()
                .get(2)
                .getString("short_id");
        call(client, "link_nodes", "source", basket, "type", "depends_on", "target", part);
        assertThat(call(client, "find_impact", "node", part).toString()).contains(basket);
        assertThat(call(client, "find_path", "from", basket, "to", project.rootId())
                        .getJsonArray("nodes"))
                .hasSize(3);
        assertThat(call(client, "unlink_nodes", "source", basket, "type", "depends_on", "target", part)
                        .getBoolean("done"))
                .isTrue();
        called.add("read_approval");
        assertThat(client.refused("read_approval", "id", project.id()).getString("code"))
                .isEqualTo("not_found");
    }

    private void remove(McpClient client, String part) {
        JsonObject outcome = call(client, "delete_node", "node", part);

        assertThat(outcome.getBoolean("done")).isTrue();
        assertThat(outcome.getInt("nodes")).isEqualTo(3);
        assertThat(client.refused("read_node", "node", part).getString("code")).isEqualTo("not_found");
    }

    private JsonObject call(McpClient client, String tool, Object... arguments) {
        called.add(tool);
        return client.call(tool, arguments);
    }

    private static Map<String, JsonObject> tools(McpClient client) {
        Map<String, JsonObject> tools = new TreeMap<>();
        client.done("listTools", Map.of())
                .getJsonArray("tools")
                .getValuesAs(JsonObject.class)
                .forEach(tool -> tools.put(tool.getString("name"), tool));
        return tools;
    }
}
