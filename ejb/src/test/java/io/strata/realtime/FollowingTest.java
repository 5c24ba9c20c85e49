package io.strata.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.access.Caller;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final Channel CHANNEL = new Channel(ChannelKind.PROJECT, PROJECT);
    private static final Caller SOMEBODY = new Caller(UUID.randomUUID(), "ada", "Ada", false);

    private final Queue<Runnable> due = new ArrayDeque<>();
    private final List<String> outcome = new ArrayList<>();
    private final Outlet outlet = new Outlet();
    private long head = 120;
    private Optional<Caller> caller = Optional.of(SOMEBODY);

    private final Following following = new Following(this::page, new Yard(), outlet, () -> caller);

    @Test
    void sendsOnePageAtATimeAndReadsTheNextWhenItIsGone() {
        following.subscribe(List.of(CHANNEL), 10);
        following.wake();
        runAll();

        assertThat(outcome).containsExactly("read 10", "subscribed 10");
        outlet.free();
        runAll();
        assertThat(outlet.sent)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(11, 120).boxed().toList());
        assertThat(following.position()).isEqualTo(120);
        assertThat(outcome).containsExactly("read 10", "subscribed 10", "read 60", "read 110");
    }

    @Test
    void looksOnceMoreWhenItIsWokenInBetween() {
        following.subscribe(List.of(CHANNEL), 120);
        following.wake();
        head = 121;
        following.wake();
        following.wake();
        outlet.free();
        runAll();

        assertThat(outlet.sent).containsExactly(121L);
        assertThat(due).isEmpty();
    }

    @Test
    void movesOnWithoutReadingWhenNothingConcernsIt() {
        following.subscribe(List.of(CHANNEL), 120);
        outlet.free();
        following.wake();
        runAll();

        following.notice(120, 130, Optional.of(List.of(new Headline(UUID.randomUUID(), Set.of(), Set.of()))));

        assertThat(due).isEmpty();
        assertThat(following.position()).isEqualTo(130);
        head = 131;
        following.notice(130, 131, Optional.of(List.of(new Headline(PROJECT, Set.of(), Set.of()))));
        runAll();
        assertThat(outlet.sent).containsExactly(131L);
    }

    /** It has not read what came before: moving on would lose that. */
    @Test
    void doesNotMoveOnWhileItIsBehind() {
        following.subscribe(List.of(CHANNEL), 100);
        outlet.free();

        following.notice(120, 130, Optional.of(List.of()));
        runAll();

        assertThat(outlet.sent).startsWith(101L);
    }

    @Test
    void endsWhenTheProofIsGoodNoMore() {
        following.subscribe(List.of(CHANNEL), 0);
        caller = Optional.empty();
        following.wake();
        runAll();

        assertThat(outcome).containsExactly("ended UNAUTHENTICATED", "closed UNAUTHENTICATED");
        following.wake();
        assertThat(due).isEmpty();
    }

    @Test
    void endsWhenThePingFindsThatTheProofIsGoodNoMore() {
        following.subscribe(List.of(CHANNEL), 0);
        caller = Optional.empty();
        following.check(true);
        runAll();

        assertThat(outcome).containsExactly("ended UNAUTHENTICATED", "closed UNAUTHENTICATED");
    }

    @Test
    void endsOnceWhenTheOtherSideIsGone() {
        following.subscribe(List.of(CHANNEL), 110);
        following.wake();
        runAll();
        outlet.fail();
        following.closed();
        runAll();

        assertThat(outcome).containsExactly("read 110", "subscribed 110", "ended GONE", "closed GONE");
    }

    @Test
    void asksAgainLaterWhenTheServerHasTooMuchToDo() {
        following.subscribe(List.of(CHANNEL), 119);
        outlet.free();
        outlet.busy = true;
        following.wake();
        outlet.busy = false;
        following.check(false);
        runAll();

        assertThat(outlet.sent).containsExactly(120L);
    }

    private EventPage page(long after, List<Channel> channels, int limit) {
        outcome.add("read " + after);
        List<EventView> events = LongStream.rangeClosed(after + 1, Math.min(head, after + limit))
                .mapToObj(place -> new EventView(
                        place, UUID.randomUUID(), "x.y", Instant.EPOCH, null, PROJECT, null, null, Map.of()))
                .toList();
        boolean more = after + limit < head;
        return new EventPage(events, more ? after + limit : head, more, false);
    }

    private void runAll() {
        while (!due.isEmpty()) {
            due.remove().run();
        }
    }

    private final class Yard implements Following.Yard {

        @Override
        public void run(Runnable work) {
            if (outlet.busy) {
                throw new java.util.concurrent.RejectedExecutionException();
            }
            due.add(work);
        }

        @Override
        public void sent(int events) {
            // counted by the outlet
        }

        @Override
        public void ended(Following following, Ending why) {
            outcome.add("ended " + why);
        }
    }

    /** Takes nothing until it is freed. */
    private final class Outlet implements EventOutlet {

        private final List<Long> sent = new ArrayList<>();
        private final CompletableFuture<Void> gate = new CompletableFuture<>();
        private boolean busy;

        void free() {
            gate.complete(null);
        }

        void fail() {
            gate.completeExceptionally(new IllegalStateException("gone"));
        }

        @Override
        public String kind() {
            return "test";
        }

        @Override
        public CompletionStage<?> subscribed(Subscribed to) {
            outcome.add("subscribed " + to.sequence());
            return gate;
        }

        @Override
        public CompletionStage<?> send(EventView event) {
            sent.add(event.sequence());
            return gate;
        }

        @Override
        public CompletionStage<?> reset(long last) {
            outcome.add("reset");
            return gate;
        }

        @Override
        public CompletionStage<?> ping() {
            return gate;
        }

        @Override
        public void close(Ending why) {
            outcome.add("closed " + why);
        }
    }
}
