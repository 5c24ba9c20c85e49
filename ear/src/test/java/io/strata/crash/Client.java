package io.strata.crash;

import static io.strata.testing.Api.object;

import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.Upload;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One who works on a project, on nodes of its own, and writes down every answer. */
final class Client implements Runnable {

    private static final List<String> STATUSES = List.of("todo", "in_progress", "done");
    /** A node needs a few others before there is something to do with it. */
    private static final int FIRST_CREATES = 3;

    private final Diary diary;
    private final String name;
    private final Random random;
    private final BooleanSupplier goOn;
    private final List<UUID> places;
    private final List<NodeRecord> mine = new ArrayList<>();
    private final Set<NodeRecord> withDocuments = new HashSet<>();
    private int number;

    /**
     * A client.
     *
     * @param places components, among which nodes are moved
     * @param goOn asked before each request
     */
    Client(Diary diary, List<UUID> places, String name, long seed, BooleanSupplier goOn) {
        this.diary = diary;
        this.places = places;
        this.name = name;
        this.random = new Random(seed);
        this.goOn = goOn;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            int choice = mine.size() < FIRST_CREATES ? 0 : random.nextInt(100);
            if (choice < 35) {
                create();
            } else if (choice < 65) {
                patch(any());
            } else if (choice < 75) {
                move(any());
            } else if (choice < 80) {
                delete(any());
            } else if (choice < 90) {
                link(any());
            } else if (choice < 95) {
                comment(any());
            } else {
                upload(any());
            }
        }
    }

    private NodeRecord any() {
        return mine.get(random.nextInt(mine.size()));
    }

    private void create() {
        UUID parent = places.get(random.nextInt(places.size()));
        State state = new State(unique(), "todo", parent, unique());
        Reply reply = ask(() -> api().post(
                        project().path("/nodes"),
                        object(
                                "kind",
                                "issue",
                                "title",
                                state.title(),
                                "status",
                                state.status(),
                                "parent_id",
                                parent,
                                "description",
                                state.description())));
        if (reply.succeeded()) {
            NodeRecord node = new NodeRecord(reply.answer().id(), state);
            diary.created(node);
            mine.add(node);
        } else if (reply.isUncertain()) {
            diary.createdPerhaps(state, reply.isRefused());
        }
    }

    private void patch(NodeRecord node) {
        State before = node.state();
        List<String> others = STATUSES.stream()
                .filter(status -> !status.equals(before.status()))
                .toList();
        State after = before.patched(unique(), others.get(random.nextInt(others.size())), unique());
        note(
                node,
                Change.PATCH,
                after,
                ask(() -> api().patch(
                                "/nodes/" + node.id(),
                                object(
                                        "title",
                                        after.title(),
                                        "status",
                                        after.status(),
                                        "description",
                                        after.description()))));
    }

    /** Below another component, so that nothing but components has children and a deletion takes one node. */
    private void move(NodeRecord node) {
        UUID parent = places.stream()
                .filter(place -> !place.equals(node.state().parent()))
                .findFirst()
                .orElseThrow();
        note(
                node,
                Change.MOVE,
                node.state().moved(parent),
                ask(() -> api().post("/nodes/" + node.id() + "/move", object("parent_id", parent))));
    }

    /** Only what nothing hangs on that is still under way. */
    private void delete(NodeRecord node) {
        if (withDocuments.contains(node)) {
            return;
        }
        mine.remove(node);
        note(node, Change.DELETE, node.state().deleted(), ask(() -> api().delete("/nodes/" + node.id())));
    }

    private void link(NodeRecord node) {
        UUID target = any().id();
        if (target.equals(node.id()) || node.state().links().contains(target)) {
            return;
        }
        note(
                node,
                Change.LINK,
                node.state().linked(target),
                ask(() -> api().post(
                                "/nodes/" + node.id() + "/links", object("type", "duplicates", "target_id", target))));
    }

    private void comment(NodeRecord node) {
        String text = unique();
        Reply reply = ask(() -> api().post("/nodes/" + node.id() + "/comments", object("text", text)));
        if (reply.succeeded()) {
            diary.commented(new Diary.Comment(reply.answer().id(), text));
        } else if (reply.isUncertain()) {
            diary.commentedPerhaps(text, reply.isRefused());
        }
    }

    private void upload(NodeRecord node) {
        withDocuments.add(node);
        String fileName = unique() + ".txt";
        byte[] content = ("The text of " + fileName).getBytes(StandardCharsets.UTF_8);
        Upload form = new Upload().field("node_id", node.id().toString()).file(fileName, "text/plain", content);
        Reply reply = ask(() -> api().upload(project().workspace().path("/documents"), form));
        if (reply.succeeded()) {
            UUID id = UUID.fromString(reply.answer().each("id").get(0));
            diary.uploaded(new Diary.Upload(id, node.id()));
        } else if (reply.isUncertain()) {
            diary.uploadedPerhaps(fileName, node.id(), reply.isRefused());
        }
    }

    private void note(NodeRecord node, Change change, State after, Reply reply) {
        if (reply.succeeded()) {
            node.acknowledge(change, after);
            diary.acknowledged();
        } else if (reply.isUncertain()) {
            node.doubt(change, after, reply.isRefused());
            diary.count(reply.isRefused());
            mine.remove(node);
        }
    }

    private static Reply ask(Supplier<Answer> request) {
        Reply reply = Reply.to(request);
        if (!reply.succeeded()) {
            // Somebody is away: hammering at the door would only fill the diary with refusals.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        return reply;
    }

    /**
     * What came back.
     *
     * @param answer {@code null} when nothing did
     * @param sent whether the request can have reached the server
     */
    private record Reply(Answer answer, boolean sent) {

        static Reply to(Supplier<Answer> request) {
            try {
                return new Reply(request.get(), true);
            } catch (UncheckedIOException e) {
                return new Reply(null, !(e.getCause() instanceof ConnectException));
            }
        }

        boolean succeeded() {
            return answer != null && answer.status() < 300;
        }

        /** The server is to blame, or nobody knows: what was asked for may have been done. */
        boolean isUncertain() {
            return sent && (answer == null || answer.status() >= 500);
        }

        boolean isRefused() {
            return answer != null;
        }
    }

    private String unique() {
        return name + "-" + ++number;
    }

    private TestProject project() {
        return diary.project();
    }

    private Api api() {
        return project().api();
    }
}
