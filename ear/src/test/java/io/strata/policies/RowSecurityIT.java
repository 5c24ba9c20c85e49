package io.strata.policies;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.ApiToken;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goes around the application, with the server's own role in the database. */
@AgainstStrata
class RowSecurityIT {

    /** How many rows of a project there are in each table that belongs to projects. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "project",
            "select count(*) from project where id = ?",
            "node_content",
            "select count(*) from node_content where project_id = ?",
            "comment",
            "select count(*) from comment where project_id = ?",
            "document",
            "select count(*) from document where project_id = ?",
            "document_text",
            "select count(*) from document_text t join document d on d.id = t.document_id" + " where d.project_id = ?",
            "mention",
            onPart("mention"),
            "reaction",
            onPart("reaction"),
            "attachment",
            onPart("attachment"),
            "watcher",
            onPart("watcher"),
            "webhook",
            "select count(*) from webhook where project_id = ?"));

    static {
        TABLES.put("search_entry", "select count(*) from search_entry where project_id = ?");
        for (String table : List.of("document_tag", "document_version", "document_share", "document_link")) {
            TABLES.put(
                    table,
                    "select count(*) from " + table + " t join document d on d.id = t.document_id"
                            + " where d.project_id = ?");
        }
    }

    private final World world;
    private TestProject project;
    private Answer part;

    RowSecurityIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        part = project.component("Part");
        project.api()
                .post(
                        "/nodes/" + part.id() + "/comments",
                        object("text", "Words for @" + world.strata().administratorHandle()))
                .mustBe(201);
        project.api().put("/nodes/" + part.id() + "/reactions/heart").mustBe(200);
        project.api()
                .upload(
                        "/nodes/" + part.id() + "/attachments",
                        new Upload().file("words.txt", "text/plain", "Words".getBytes(StandardCharsets.UTF_8)))
                .mustBe(201);
        String document = project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload()
                                .field("node_id", part.id().toString())
                                .file("words.txt", "text/plain", "Some words.".getBytes(StandardCharsets.UTF_8)))
                .mustBe(202)
                .each("id")
                .get(0);
        keep("/documents/" + document);
        project.api()
                .post(project.path("/webhooks"), object("url", "https://example.com/hook", "events", List.of("*")))
                .mustBe(201);
    }

    /** What hangs on a document: a tag, a version, a share, a link. */
    private void keep(String document) {
        await("the end of its processing")
                .until(() -> List.of("ready", "failed")
                        .contains(project.api().get(document).text("status")));
        project.api().patch(document, object("tags", List.of("words"))).mustBe(200);
        project.api()
                .upload(
                        document + "/versions",
                        new Upload().file("words.txt", "text/plain", "Other words.".getBytes(StandardCharsets.UTF_8)))
                .mustBe(201);
        project.api()
                .put(document + "/shares/" + world.strata().administratorHandle(), object("permission", "view"))
                .mustBe(200);
        project.api().post(document + "/links", object()).mustBe(201);
    }

    @Test
    void showsNothingToNobody() {
        TABLES.forEach((table, query) -> assertThat(count("", query)).as(table).isZero());
    }

    @Test
    void showsNothingToAStranger() {
        Person stranger = world.person();

        TABLES.forEach((table, query) ->
                assertThat(count(stranger.id().toString(), query)).as(table).isZero());
    }

    @Test
    void showsAMemberWhatMembersSee() {
        Person member = member("MEMBER");

        TABLES.forEach((table, query) -> assertThat(count(member.id().toString(), query))
                .as(table)
                .isEqualTo(count(SYSTEM, query))
                .isPositive());
    }

    @Test
    void hidesTheRowsOfADeniedSubtree() {
        Person member = member("MEMBER");
        String actor = member.id().toString();
        project.api()
                .post(
                        project.workspace().path("/rules"),
                        object("effect", "deny", "action", "node_read", "role", "member", "node_id", part.id()))
                .mustBe(201);

        assertThat(count(actor, TABLES.get("node_content"))).isEqualTo(1);
        assertThat(count(actor, TABLES.get("comment"))).isZero();
        assertThat(count(actor, TABLES.get("mention"))).isZero();
        assertThat(count(actor, TABLES.get("reaction"))).isZero();
        assertThat(count(actor, TABLES.get("attachment"))).isZero();
        assertThat(count(actor, TABLES.get("watcher"))).isZero();
        assertThat(count(actor, TABLES.get("document"))).isZero();
        assertThat(count(actor, TABLES.get("document_text"))).isZero();
        assertThat(count(actor, TABLES.get("document_tag"))).isZero();
        assertThat(count(actor, TABLES.get("document_version"))).isZero();
        assertThat(count(actor, TABLES.get("document_share"))).isZero();
        assertThat(count(actor, TABLES.get("document_link"))).isZero();
        assertThat(count(actor, TABLES.get("project"))).isEqualTo(1);
        assertThat(count(actor, TABLES.get("search_entry")))
                .as("the project and its root")
                .isEqualTo(2);
    }

    @Test
    void showsWithATokenWhatTheTokenReaches() {
        Person member = member("MEMBER");
        Answer beside = project.component("Beside");
        UUID placed = ApiToken.of(world, world.as(member), "nodes", List.of(part.id()))
                .id();
        UUID withoutDocuments = ApiToken.of(world, world.as(member), "actions", List.of("node_read"))
                .id();
        UUID administrators = ApiToken.of(world, world.administrator(), "nodes", List.of(beside.id()))
                .id();
        String administrator = world.administrator().get("/auth/me").text("actor_id");

        String actor = member.id().toString();
        Map<String, Long> own = new TreeMap<>();
        TABLES.forEach((table, query) -> own.put(table, count(actor, query)));
        assertThat(seen(actor, placed))
                .isEqualTo(but(own, Map.of("node_content", 1L, "webhook", 0L, "search_entry", 4L)));
        Map<String, Long> nothingOfDocuments = own.keySet().stream()
                .filter(table -> table.startsWith("document"))
                .collect(Collectors.toMap(table -> table, table -> 0L));
        assertThat(seen(actor, withoutDocuments))
                .isEqualTo(but(but(own, nothingOfDocuments), Map.of("webhook", 0L, "search_entry", 4L)));
        own.replaceAll((table, rows) -> 0L);
        assertThat(seen(administrator, administrators))
                .isEqualTo(but(own, Map.of("node_content", 1L, "project", 1L, "search_entry", 2L)));
        assertThat(seen(actor, administrators)).isEqualTo(own);
        assertThat(seen(actor, UUID.randomUUID())).isEqualTo(own);
    }

    private static Map<String, Long> but(Map<String, Long> rows, Map<String, Long> others) {
        Map<String, Long> changed = new TreeMap<>(rows);
        changed.putAll(others);
        return changed;
    }

    private Map<String, Long> seen(String actor, UUID token) {
        Map<String, Long> seen = new TreeMap<>();
        TABLES.forEach((table, query) -> {
            try (Connection connection = world.stores().connect(actor, token)) {
                seen.put(table, count(connection, query));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        return seen;
    }

    @Test
    void letsNobodyWriteWhereTheyDoNotSee() {
        String stranger = world.person().id().toString();

        assertThat(update(stranger, "update node_content set description = 'mine' where project_id = ?"))
                .isZero();
        assertThat(update(stranger, "delete from comment where project_id = ?")).isZero();
        assertThatThrownBy(() -> update(stranger, "delete from search_entry where project_id = ?"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> update(
                        stranger,
                        "insert into node_content (node_id, project_id, workspace_id, created_at, updated_at)"
                                + " select gen_random_uuid(), ?, '"
                                + project.workspace().id() + "', now(), now()"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void saysTheSameAboutRolesAsTheServer() throws SQLException {
        Set<String> server = new HashSet<>();
        for (Action action : Action.values()) {
            Arrays.stream(Role.values())
                    .filter(action::allowedBy)
                    .forEach(role -> server.add(action.name() + " " + role.name()));
        }
        Set<String> database = new HashSet<>();
        try (Connection connection = world.stores().connect();
                ResultSet rows = connection.createStatement().executeQuery("select action, role from policy_default")) {
            while (rows.next()) {
                database.add(rows.getString(1) + " " + rows.getString(2));
            }
        }

        assertThat(database).isEqualTo(server);
    }

    private static final String SYSTEM = new UUID(0, 0).toString();

    private Person member(String role) {
        return project.workspace().join(role);
    }

    /** The rows about the part, without a look at any other table. */
    private static String onPart(String table) {
        return "select count(*) from " + table + " where node_id = '%s' and cast(? as uuid) is not null";
    }

    private long count(String actor, String query) {
        try (Connection connection = world.stores().connect(actor)) {
            return count(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(Connection connection, String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.formatted(part.id()))) {
            statement.setObject(1, project.id());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private int update(String actor, String change) {
        try (Connection connection = world.stores().connect(actor);
                PreparedStatement statement = connection.prepareStatement(change)) {
            statement.setObject(1, project.id());
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
