package io.strata.reconciliation;

import static io.strata.testing.Api.object;
import static org.awaitility.Awaitility.await;

import io.strata.testing.Person;
import io.strata.testing.Stores;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import io.strata.testing.World;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.Record;

/** Plants one defect of a kind behind the server's back; each answers with the subject of the finding to expect. */
public final class Defects {

    private final World world;
    private final TestProject project;

    public Defects(World world, TestProject project) {
        this.world = world;
        this.project = project;
    }

    /** A defect of every kind that can be planted without the object store, by the kind's name. */
    public Map<String, String> ofEveryKind() {
        Map<String, String> planted = new HashMap<>();
        planted.put("node_without_content", nodeWithoutContent());
        planted.put("content_without_node", contentWithoutNode());
        planted.put("status_disagrees", statusDisagrees());
        planted.put("assignee_disagrees", assigneeDisagrees());
        planted.put("zone_disagrees", zoneDisagrees());
        planted.put("search_disagrees", searchDisagrees());
        planted.put("assignee_unknown", assigneeUnknown());
        planted.put("cycle_unknown", cycleUnknown());
        planted.put("node_without_parent", nodeWithoutParent());
        planted.put("node_with_many_parents", nodeWithManyParents());
        planted.put("child_of_another_project", childOfAnotherProject());
        planted.put("nodes_in_circle", nodesInCircle());
        planted.put("project_without_graph", projectWithoutGraph());
        planted.put("project_without_row", projectWithoutRow());
        planted.put("project_root_missing", projectRootMissing());
        planted.put("dangling_membership", danglingMembership());
        planted.put("transaction_undecided", transactionUndecided());
        planted.put("artifact_without_document", artifactWithoutDocument());
        planted.put("document_without_object", documentWithoutObject());
        return planted;
    }

    public String nodeWithoutContent() {
        String id = issue();
        stores().sql("delete from node_content where node_id = ?", UUID.fromString(id));
        return id;
    }

    public String contentWithoutNode() {
        String id = issue();
        cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", id);
        return id;
    }

    public String statusDisagrees() {
        String id = issue();
        cypher("MATCH (n:Node {id: $id}) SET n.status = 'done'", id);
        tellTheSearch(id);
        return id;
    }

    public String assigneeDisagrees() {
        String id = issue();
        cypher(
                "MATCH (n:Node {id: $id}) SET n.assignee_id = $other",
                id,
                world.person().id());
        tellTheSearch(id);
        return id;
    }

    public String zoneDisagrees() {
        String id = issue();
        stores().sql("update node_content set zone_id = ? where node_id = ?", UUID.randomUUID(), UUID.fromString(id));
        return id;
    }

    public String searchDisagrees() {
        String id = issue();
        cypher("MATCH (n:Node {id: $id}) SET n.title = 'Called otherwise'", id);
        return id;
    }

    public String assigneeUnknown() {
        Person person = world.person();
        String id = project.api()
                .post(
                        project.path("/nodes"),
                        object("kind", "issue", "title", "For nobody", "assignee_id", person.id()))
                .mustBe(201)
                .text("id");
        stores().sql("delete from actor where id = ?", person.id());
        return id;
    }

    public String cycleUnknown() {
        String id = issue();
        cypher("MATCH (n:Node {id: $id}) SET n.cycle_id = $other", id, UUID.randomUUID());
        return id;
    }

    public String nodeWithoutParent() {
        String id = issue();
        cypher("MATCH (:Node {id: $id})<-[r:HAS_CHILD]-() DELETE r", id);
        tellTheSearch(id);
        return id;
    }

    public String nodeWithManyParents() {
        String second = project.component("A second parent").text("id");
        String id = issue();
        cypher("MATCH (n:Node {id: $id}), (p:Node {id: $other}) CREATE (p)-[:HAS_CHILD]->(n)", id, second);
        return id;
    }

    public String childOfAnotherProject() {
        TestProject other = project.workspace().project();
        String id = issue();
        cypher(
                "MATCH (n:Node {id: $id})<-[r:HAS_CHILD]-(), (p:Node {id: $other}) DELETE r CREATE (p)-[:HAS_CHILD]->(n)",
                id,
                other.rootId());
        tellTheSearch(id);
        return id;
    }

    public String nodesInCircle() {
        String first = issue();
        String second =
                project.create("issue", "Under it", UUID.fromString(first)).text("id");
        cypher(
                "MATCH (n:Node {id: $id})<-[r:HAS_CHILD]-(), (p:Node {id: $other}) DELETE r CREATE (p)-[:HAS_CHILD]->(n)",
                first,
                second);
        tellTheSearch(first);
        return first;
    }

    public String projectWithoutGraph() {
        String id = project.workspace().project().id().toString();
        cypher("MATCH (p:Project {id: $id}) DETACH DELETE p", id);
        return id;
    }

    public String projectWithoutRow() {
        String id = UUID.randomUUID().toString();
        cypher("CREATE (:Project {id: $id, root_id: $id, key: 'LOST'})", id);
        return id;
    }

    public String projectRootMissing() {
        TestProject other = project.workspace().project();
        cypher("MATCH (n:Node {id: $id}) DETACH DELETE n", other.rootId().toString());
        stores().sql("delete from node_content where node_id = ?", other.rootId());
        return other.id().toString();
    }

    public String danglingMembership() {
        Person person = world.person();
        UUID workspace = project.workspace().id();
        stores().sql(
                        "insert into membership (workspace_id, actor_id, role) values (?, ?, 'MEMBER')",
                        workspace,
                        person.id());
        stores().sql("update actor set active = false where id = ?", person.id());
        return workspace + "/" + person.id();
    }

    /** Prepared by the transaction manager of a server that never comes back. */
    public String transactionUndecided() {
        long count = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        byte[] global = ByteBuffer.allocate(28 + 6)
                .putLong(0)
                .putLong(0xffff7f000001L)
                .putInt(1)
                .putInt(2)
                .putInt((int) count)
                .put("gone-1".getBytes(StandardCharsets.US_ASCII))
                .array();
        Base64.Encoder encoder = Base64.getEncoder();
        String name = "131077_" + encoder.encodeToString(global) + "_" + encoder.encodeToString(new byte[] {1});
        try (Connection connection = stores().connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update workspace set updated_at = now() where false");
            statement.execute("prepare transaction '" + name + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String id = "0:ffff7f000001:1:2:" + Long.toHexString(count);
        return id;
    }

    public String artifactWithoutDocument() {
        String id = UUID.randomUUID().toString();
        cypher("CREATE (:Artifact {id: $id, file_ref: $id, kind: 'file', title: 'Lost'})", id);
        return id;
    }

    public String documentWithoutObject() {
        UUID id = UUID.randomUUID();
        String key = "lost/" + id + "/" + UUID.randomUUID() + ".txt";
        stores().sql(
                        "insert into document (id, workspace_id, owner_id, title, file_name, object_key, mime_type, size_bytes,"
                                + " sha256, status, failure, created_at, updated_at) select ?, ?, actor_id, 'Lost', 'lost.txt', ?,"
                                + " 'text/plain', 1, 'x', 'FAILED', 'lost', now(), now() from membership where workspace_id = ?"
                                + " limit 1",
                        id,
                        project.workspace().id(),
                        key,
                        project.workspace().id());
        return key;
    }

    /** The key of an attachment's file that never was. */
    public String attachmentWithoutObject() {
        String key = "lost/" + UUID.randomUUID() + "/" + UUID.randomUUID() + ".txt";
        stores().sql(
                        "insert into attachment (id, node_id, owner_id, file_name, object_key, mime_type, size_bytes, sha256,"
                                + " created_at) select gen_random_uuid(), ?, actor_id, 'lost.txt', ?, 'text/plain', 1, 'x',"
                                + " now() from membership where workspace_id = ? limit 1",
                        UUID.fromString(issue()),
                        key,
                        project.workspace().id());
        return key;
    }

    /** A document that is ready, with its file, but without its artifact. */
    public String documentWithoutArtifact() {
        String id = project.api()
                .upload(
                        project.workspace().path("/documents"),
                        new Upload().file("some.txt", "text/plain", "Some words".getBytes(StandardCharsets.UTF_8)))
                .mustBe(202)
                .each("id")
                .get(0);
        await("a document that is ready")
                .until(() -> "ready"
                        .equals(project.api()
                                .get("/documents/" + id)
                                .mustBe(200)
                                .text("status")));
        cypher("MATCH (a:Artifact {id: $id}) DETACH DELETE a", id);
        return id;
    }

    /** Lets the search know a node as it is now, so that what was planted is all that disagrees. */
    private void tellTheSearch(String id) {
        Record node = stores().cypher(
                        "MATCH (n:Node {id: $id}) RETURN n.status, n.assignee_id, head([(p)-[:HAS_CHILD]->(n) | p.id])",
                        Map.of("id", id))
                .get(0);
        try (Connection owner = stores().connectAsOwner();
                PreparedStatement entry = owner.prepareStatement("update search_entry set status = ?,"
                        + " assignee_id = cast(? as uuid), parent_id = cast(? as uuid) where id = cast(? as uuid)")) {
            for (int i = 0; i < 3; i++) {
                entry.setString(i + 1, node.get(i).asString(null));
            }
            entry.setString(4, id);
            entry.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String issue() {
        return project.issue("Issue of " + Instant.now()).text("id");
    }

    private Stores stores() {
        return world.stores();
    }

    private void cypher(String statement, String id) {
        stores().cypher(statement, Map.of("id", id));
    }

    private void cypher(String statement, String id, Object other) {
        stores().cypher(statement, Map.of("id", id, "other", other.toString()));
    }
}
