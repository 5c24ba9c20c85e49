package io.strata.crash;

import io.strata.testing.TestProject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Compares a diary with everything: Neo4j, PostgreSQL, the object store, the audit log and the messages that webhooks
 * received. Reads each once and then compares in memory.
 */
final class Comparison {

    /** Something that must not be. */
    record Finding(Flaw flaw, String text) {}

    private final Ground ground;
    private final Diary diary;
    private final TestProject project;
    private final Stored stored;
    private final List<Finding> findings = new ArrayList<>();
    private long doneWithoutAnswer;

    private Comparison(Ground ground, Diary diary) {
        this.ground = ground;
        this.diary = diary;
        this.project = diary.project();
        this.stored = Stored.of(ground.world().stores(), project);
    }

    /** Compares; what is found is empty when everything is as it should be. */
    static Comparison of(Ground ground, Diary diary) {
        Comparison comparison = new Comparison(ground, diary);
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

    private void compare() {
        Set<UUID> known = new HashSet<>(
                Set.of(project.rootId(), project.id(), project.workspace().id()));
        known.addAll(diary.places());
        for (NodeRecord node : diary.nodes()) {
            known.add(node.id());
            compare(node);
        }
        Stream.concat(stored.graph().keySet().stream(), stored.descriptions().keySet().stream())
                .filter(known::add)
                .toList()
                .forEach(this::compareUnknown);
        compareDocuments();
        known.addAll(stored.documents().keySet());
        compareComments();
        known.addAll(stored.comments().keySet());
        compareEffects(known);
    }

    /** Nothing is audited or told about what does not exist. */
    private void compareEffects(Set<UUID> known) {
        stored.audit().forEach((entry, count) -> {
            if (entry.matches("(node|link|comment)\\..*")
                    && !known.contains(UUID.fromString(entry.substring(entry.indexOf(' ') + 1)))) {
                found(Flaw.HALF_APPLIED, "audited, but nowhere: " + entry);
            }
        });
        ground.receiver().subjects(project.id()).stream()
                .filter(subject -> !known.contains(subject))
                .forEach(subject -> found(Flaw.HALF_APPLIED, "told by a message, but nowhere: " + subject));
    }

    private void compare(NodeRecord node) {
        State actual = stored.state(node.id());
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
                    "audit entries " + change.audited(),
                    node.id(),
                    expected,
                    stored.audited(change.audited(), node.id()),
                    tooMany);
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
        Stored.GraphNode node = stored.graph().get(id);
        State wanted = node == null
                ? null
                : diary.unanswered().getOrDefault(node.title(), diary.refused().get(node.title()));
        if (node == null || !stored.descriptions().containsKey(id)) {
            found(
                    Flaw.ORPHAN,
                    "node " + id + " is only in "
                            + (node == null
                                    ? "PostgreSQL: " + stored.descriptions().get(id)
                                    : "Neo4j: " + node));
        } else if (wanted == null) {
            found(Flaw.ORPHAN, "node " + id + " was never asked for: " + node);
        } else {
            if (diary.refused().containsKey(node.title())) {
                found(Flaw.REFUSED_BUT_DONE, "CREATE of node " + id);
            } else {
                doneWithoutAnswer++;
            }
            NodeRecord record = new NodeRecord(id, wanted);
            compareState(record, stored.state(id));
            compareCounts(record, null);
        }
    }

    private void compareComments() {
        Map<UUID, String> others = new HashMap<>(stored.comments());
        for (Diary.Comment comment : diary.comments()) {
            if (comment.text().equals(others.remove(comment.id()))) {
                compareEffectsOfComment(comment.id());
            } else {
                found(Flaw.LOST, "comment " + comment);
            }
        }
        others.forEach((id, text) -> {
            if (diary.unansweredComments().contains(text)) {
                doneWithoutAnswer++;
                compareEffectsOfComment(id);
            } else {
                found(Flaw.REFUSED_BUT_DONE, "comment " + id + ": " + text);
            }
        });
    }

    private void compareEffectsOfComment(UUID id) {
        String once = "comment.created";
        compareCount(once + " in the audit log", id, 1, stored.audited(once, id), Flaw.DUPLICATED);
        compareCount("messages " + once, id, 1, ground.receiver().messages(once, id), Flaw.DUPLICATED);
    }

    private void compareDocuments() {
        Set<UUID> known = new HashSet<>();
        for (Diary.Upload upload : diary.uploads()) {
            known.add(upload.id());
            if (stored.documents().containsKey(upload.id())) {
                compareDocument(stored.documents().get(upload.id()), upload.node());
            } else {
                found(Flaw.LOST, "document " + upload.id());
            }
        }
        diary.unansweredUploads().forEach((fileName, node) -> {
            Map<String, Object> document = stored.documentNamed(fileName);
            if (document != null) {
                doneWithoutAnswer++;
                known.add((UUID) document.get("id"));
                compareDocument(document, node);
            }
        });
        stored.documents().keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> found(
                        Flaw.REFUSED_BUT_DONE, "document " + stored.documents().get(id)));
        stored.artifacts().keySet().stream()
                .filter(id -> !stored.documents().containsKey(id))
                .forEach(id -> found(Flaw.ORPHAN, "artifact " + id + " has no document"));
    }

    private void compareDocument(Map<String, Object> document, UUID node) {
        UUID id = (UUID) document.get("id");
        if (!"READY".equals(document.get("status"))) {
            found(Flaw.LOST, "document " + id + " is " + document.get("status"));
            return;
        }
        if (!List.of(node.toString()).equals(stored.artifacts().get(id))) {
            found(
                    Flaw.HALF_APPLIED,
                    "the artifact of document " + id + " hangs on "
                            + stored.artifacts().get(id));
        }
        if (ground.world().administrator().get("/documents/" + id + "/content").status() != 200) {
            found(Flaw.HALF_APPLIED, "the file of document " + id + " cannot be read");
        }
        for (String once : List.of("document.uploaded", "document.ready")) {
            compareCount("audit entries " + once, id, 1, stored.audited(once, id), Flaw.DUPLICATED);
        }
        for (String once : List.of("document.pending", "document.ready", "artifact.attached")) {
            compareCount("messages " + once, id, 1, ground.receiver().messages(once, id), Flaw.DUPLICATED);
        }
    }

    private void found(Flaw flaw, String text) {
        findings.add(new Finding(flaw, text));
    }
}
