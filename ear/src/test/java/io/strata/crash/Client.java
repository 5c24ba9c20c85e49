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
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One who works on a project, on nodes of its own, and writes down every answer. */
final class Client implements Runnable {

    private static final List<String> STATUSES = List.of("todo", "in_progress", "done");
    /** Out of a hundred. */
    private static final int CREATES = 50;

    private static final int PATCHES = 95;

    private final Diary diary;
    private final String name;
    private final Random random;
    private final BooleanSupplier goOn;
    private final List<NodeRecord> mine = new ArrayList<>();
    private int number;

    /**
     * A client.
     *
     * @param goOn asked before each request
     */
    Client(Diary diary, String name, long seed, BooleanSupplier goOn) {
        this.diary = diary;
        this.name = name;
        this.random = new Random(seed);
        this.goOn = goOn;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            int choice = mine.isEmpty() ? 0 : random.nextInt(100);
            if (choice < CREATES) {
                create();
            } else if (choice < PATCHES) {
                patch();
            } else {
                upload();
            }
        }
    }

    private void create() {
        UUID parent = project().rootId();
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

    private void patch() {
        NodeRecord node = mine.get(random.nextInt(mine.size()));
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

    private void upload() {
        NodeRecord node = mine.get(random.nextInt(mine.size()));
        String fileName = unique() + ".txt";
        byte[] content = ("The text of " + fileName).getBytes(StandardCharsets.UTF_8);
        Upload form = new Upload()
                .field("node_id", node.id().toString())
                .file(fileName, "text/plain", content);
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
