package io.strata.crash;

import io.strata.testing.Stores;
import io.strata.testing.TestProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.neo4j.driver.Record;

/**
 * Compares a diary with everything: Neo4j, PostgreSQL, the object store, the audit log and the messages that webhooks
 * received. Reads each once and then compares in memory.
 */
final class Comparison {

    /** Something that must not be. */
    record Finding(Flaw flaw, String text) {}

    private record GraphNode(String title, String status, List<String> parents) {}

    private static final String NODES = """
            MATCH (n:Node {project_id: $project})
            RETURN n.id AS id, n.title AS title, n.status AS status,
              [(parent:Node)-[:HAS_CHILD]->(n) | parent.id] AS parents
            """;

    private static final String ARTIFACTS = """
            MATCH (a:Artifact {project_id: $project})
            RETURN a.id AS id, [(n:Node)-[:HAS_ARTIFACT]->(a) | n.id] AS nodes
            """;

    private final Ground ground;
    private final Diary diary;
    private final TestProject project;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<UUID, GraphNode> graph = new HashMap<>();
    private final Map<UUID, String> descriptions = new HashMap<>();
    private final Map<String, Integer> audit = new HashMap<>();
    private final Map<UUID, List<String>> artifacts = new HashMap<>();
    private final Map<String, Map<String, Object>> documentsByName = new HashMap<>();
    private final Map<UUID, Map<String, Object>> documents = new HashMap<>();
    private long doneWithoutAnswer;

    private Comparison(Ground ground, Diary diary) {
        this.ground = ground;
        this.diary = diary;
        this.project = diary.project();
    }

    /** Compares; what is found is empty when everything is as it should be. */
    static Comparison of(Ground ground, Diary diary) {
        Comparison comparison = new Comparison(ground, diary);
        comparison.read();
        comparison.compare();
        return comparison;
    }

    List<Finding> findings() {
        return findings;
    }

    /** How many requests without an answer turned out to have been done, everywhere. */
    long doneWithoutAnswer() {
        return doneWithoutAnswer;
    }

    private void read() {
        Map<String, Object> parameters = Map.of("project", project.id().toString());
        Stores stores = ground.world().stores();
        for (Record row : stores.cypher(NODES, parameters)) {
            graph.put(
                    id(row),
                    new GraphNode(
                            row.get("title").asString(null),
                            row.get("status").asString(null),
                            row.get("parents").asList(value -> value.asString())));
        }
        stores.cypher(ARTIFACTS, parameters)
                .forEach(row -> artifacts.put(id(row), row.get("nodes").asList(value -> value.asString())));
        for (Map<String, Object> row : stores.rows(
                "select node_id, description from node_content where project_id = ?", project.id())) {
            descriptions.put((UUID) row.get("node_id"), (String) row.get("description"));
        }
        for (Map<String, Object> row : stores.rows(
                "select action, subject_id, count(*) as entries from audit_log where workspace_id = ? group by 1, 2",
                project.workspace().id())) {
            audit.put(row.get("action") + " " + row.get("subject_id"), ((Long) row.get("entries")).intValue());
        }
        for (Map<String, Object> row : stores.rows(
                "select id, file_name, status, object_key, node_id from document where workspace_id = ?",
                project.workspace().id())) {
            documents.put((UUID) row.get("id"), row);
            documentsByName.put((String) row.get("file_name"), row);
        }
    }

    private void compare() {
        Set<UUID> known = new HashSet<>(Set.of(project.rootId(), project.id(), project.workspace().id()));
        for (NodeRecord node : diary.nodes()) {
            known.add(node.id());
            compare(node);
        }
        Stream.concat(graph.keySet().stream(), descriptions.keySet().stream())
                .filter(known::add)
                .toList()
                .forEach(this::compareUnknown);
        compareDocuments();
        known.addAll(documents.keySet());
        compareEffects(known);
    }

    /** Nothing is audited or told about what does not exist. */
    private void compareEffects(Set<UUID> known) {
        audit.forEach((entry, count) -> {
            if (entry.startsWith("node.") && !known.contains(UUID.fromString(entry.substring(entry.indexOf(' ') + 1)))) {
                found(Flaw.HALF_APPLIED, "audited, but nowhere: " + entry);
            }
        });
        ground.receiver().subjects(project.id()).stream()
                .filter(subject -> !known.contains(subject))
                .forEach(subject -> found(Flaw.HALF_APPLIED, "told by a message, but nowhere: " + subject));
    }

    private void compare(NodeRecord node) {
        State actual = actual(node.id());
        NodeRecord.Doubt doubt = node.doubt();
        if (doubt != null && isApplied(node, doubt, actual)) {
            if (doubt.refused()) {
                found(Flaw.REFUSED_BUT_DONE, doubt.change() + " of node " + node.id());
            } else {
                doneWithoutAnswer++;
            }
            compareCounts(node, doubt.change());
            return;
        }
        compareState(node, actual);
        compareCounts(node, null);
    }

    /** Whether a change in doubt was made; half of it is a finding, and the rest of the comparison says which half. */
    private boolean isApplied(NodeRecord node, NodeRecord.Doubt doubt, State actual) {
        boolean inGraph = actual.sameInGraph(doubt.after());
        boolean inDatabase = actual.sameInDatabase(doubt.after());
        return inGraph && inDatabase;
    }

    private void compareState(NodeRecord node, State actual) {
        boolean inGraph = actual.sameInGraph(node.state());
        boolean inDatabase = actual.sameInDatabase(node.state());
        if (!inGraph || !inDatabase) {
            found(
                    inGraph || inDatabase || node.doubt() != null ? Flaw.HALF_APPLIED : Flaw.LOST,
                    "node " + node.id() + " is " + actual + ", acknowledged was " + node.state()
                            + (node.doubt() == null ? "" : ", in doubt is " + node.doubt()));
        }
    }

    /**
     * Compares how often each change was audited and told.
     *
     * @param oneMore a change that was made without being acknowledged; {@code null} when there is none
     */
    private void compareCounts(NodeRecord node, Change oneMore) {
        for (Change change : Change.values()) {
            int expected = node.acknowledged(change) + (change == oneMore ? 1 : 0);
            Flaw tooMany = node.doubt() == null ? Flaw.DUPLICATED : Flaw.HALF_APPLIED;
            compareCount(
                    "audit entries " + change.audited(), node.id(), expected, audited(change, node.id()), tooMany);
            compareCount(
                    "messages " + change.event(),
                    node.id(),
                    expected,
                    ground.receiver().messages(change.event(), node.id()),
                    tooMany);
        }
    }

    private void compareCount(String what, UUID subject, int expected, int actual, Flaw tooMany) {
        if (actual != expected) {
            found(
                    actual < expected ? Flaw.HALF_APPLIED : tooMany,
                    actual + " instead of " + expected + " " + what + " of " + subject);
        }
    }

    /** A node that no answer has named: a creation without an answer, or something that must not be there. */
    private void compareUnknown(UUID id) {
        GraphNode node = graph.get(id);
        State wanted = node == null
                ? null
                : diary.unanswered().getOrDefault(node.title(), diary.refused().get(node.title()));
        if (node == null || !descriptions.containsKey(id)) {
            found(
                    Flaw.ORPHAN,
                    "node " + id + " is only in "
                            + (node == null ? "PostgreSQL: " + descriptions.get(id) : "Neo4j: " + node));
        } else if (wanted == null) {
            found(Flaw.ORPHAN, "node " + id + " was never asked for: " + node);
        } else {
            if (diary.refused().containsKey(node.title())) {
                found(Flaw.REFUSED_BUT_DONE, "CREATE of node " + id);
            } else {
                doneWithoutAnswer++;
            }
            NodeRecord record = new NodeRecord(id, wanted);
            compareState(record, actual(id));
            compareCounts(record, null);
        }
    }

    private void compareDocuments() {
        Set<UUID> known = new HashSet<>();
        for (Diary.Upload upload : diary.uploads()) {
            known.add(upload.id());
            if (documents.containsKey(upload.id())) {
                compareDocument(documents.get(upload.id()), upload.node());
            } else {
                found(Flaw.LOST, "document " + upload.id());
            }
        }
        diary.unansweredUploads().forEach((fileName, node) -> {
            Map<String, Object> document = documentsByName.get(fileName);
            if (document != null) {
                doneWithoutAnswer++;
                known.add((UUID) document.get("id"));
                compareDocument(document, node);
            }
        });
        documents.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> found(Flaw.REFUSED_BUT_DONE, "document " + documents.get(id)));
        artifacts.keySet().stream()
                .filter(id -> !documents.containsKey(id))
                .forEach(id -> found(Flaw.ORPHAN, "artifact " + id + " has no document"));
    }

    private void compareDocument(Map<String, Object> document, UUID node) {
        UUID id = (UUID) document.get("id");
        if (!"READY".equals(document.get("status"))) {
            found(Flaw.LOST, "document " + id + " is " + document.get("status"));
            return;
        }
        if (!List.of(node.toString()).equals(artifacts.get(id))) {
            found(Flaw.HALF_APPLIED, "the artifact of document " + id + " hangs on " + artifacts.get(id));
        }
        if (ground.world().administrator().get("/documents/" + id + "/content").status() != 200) {
            found(Flaw.HALF_APPLIED, "the file of document " + id + " cannot be read");
        }
        for (String once : List.of("document.uploaded", "document.ready")) {
            compareCount("audit entries " + once, id, 1, audit.getOrDefault(once + " " + id, 0), Flaw.DUPLICATED);
        }
        for (String once : List.of("document.pending", "document.ready", "artifact.attached")) {
            compareCount("messages " + once, id, 1, ground.receiver().messages(once, id), Flaw.DUPLICATED);
        }
    }

    private int audited(Change change, UUID node) {
        return audit.getOrDefault(change.audited() + " " + node, 0);
    }

    private State actual(UUID id) {
        GraphNode node = graph.get(id);
        String description = descriptions.getOrDefault(id, "absent");
        return node == null
                ? new State("absent", "absent", new UUID(0, 0), description)
                : new State(
                        String.valueOf(node.title()),
                        String.valueOf(node.status()),
                        node.parents().size() == 1 ? UUID.fromString(node.parents().get(0)) : new UUID(0, 0),
                        description);
    }

    private void found(Flaw flaw, String text) {
        findings.add(new Finding(flaw, text));
    }

    private static UUID id(Record row) {
        return UUID.fromString(row.get("id").asString());
    }
}
