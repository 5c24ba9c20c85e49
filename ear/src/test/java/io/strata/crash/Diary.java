package io.strata.crash;

import io.strata.testing.TestProject;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the clients of one project remember: what was acknowledged, what was refused, and what got no answer. */
final class Diary {

    /** An upload whose document is known. */
    record Upload(UUID id, UUID node) {}

    /** A comment whose id is known. */
    record Comment(UUID id, String text) {}

    private final TestProject project;
    private final List<UUID> places;
    private final Queue<NodeRecord> nodes = new ConcurrentLinkedQueue<>();
    private final Map<String, State> unanswered = new ConcurrentHashMap<>();
    private final Map<String, State> refused = new ConcurrentHashMap<>();
    private final Queue<Upload> uploads = new ConcurrentLinkedQueue<>();
    private final Map<String, UUID> unansweredUploads = new ConcurrentHashMap<>();
    private final Queue<Comment> comments = new ConcurrentLinkedQueue<>();
    private final Set<String> unansweredComments = ConcurrentHashMap.newKeySet();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong silences = new AtomicLong();

    /** Begins, with two components among which nodes can be moved. */
    Diary(TestProject project) {
        this.project = project;
        this.places = List.of(
                project.component("Here").id(), project.component("There").id());
    }

    /** Components that nobody changes. */
    List<UUID> places() {
        return places;
    }

    TestProject project() {
        return project;
    }

    void created(NodeRecord node) {
        nodes.add(node);
        acknowledged.incrementAndGet();
    }

    /** A change of a node or an upload was acknowledged. */
    void acknowledged() {
        acknowledged.incrementAndGet();
    }

    /** A creation whose id nobody has told; its title is unique. */
    void createdPerhaps(State state, boolean wasRefused) {
        (wasRefused ? refused : unanswered).put(state.title(), state);
        count(wasRefused);
    }

    void uploaded(Upload upload) {
        uploads.add(upload);
        acknowledged.incrementAndGet();
    }

    /** An upload whose id nobody has told; its file name is unique. */
    void uploadedPerhaps(String fileName, UUID node, boolean wasRefused) {
        if (!wasRefused) {
            unansweredUploads.put(fileName, node);
        }
        count(wasRefused);
    }

    void commented(Comment comment) {
        comments.add(comment);
        acknowledged.incrementAndGet();
    }

    /** A comment whose id nobody has told; its text is unique. */
    void commentedPerhaps(String text, boolean wasRefused) {
        if (!wasRefused) {
            unansweredComments.add(text);
        }
        count(wasRefused);
    }

    void count(boolean wasRefused) {
        (wasRefused ? errors : silences).incrementAndGet();
    }

    Iterable<NodeRecord> nodes() {
        return nodes;
    }

    Map<String, State> unanswered() {
        return unanswered;
    }

    Map<String, State> refused() {
        return refused;
    }

    Iterable<Upload> uploads() {
        return uploads;
    }

    Map<String, UUID> unansweredUploads() {
        return unansweredUploads;
    }

    Iterable<Comment> comments() {
        return comments;
    }

    Set<String> unansweredComments() {
        return unansweredComments;
    }

    /** How many requests were answered with success. */
    long successes() {
        return acknowledged.get();
    }

    /** How many requests were answered with an error. */
    long errors() {
        return errors.get();
    }

    /** How many requests were sent and got no answer. */
    long silences() {
        return silences.get();
    }
}
