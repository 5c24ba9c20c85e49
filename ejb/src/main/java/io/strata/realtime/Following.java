package io.strata.realtime;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.transaction.StoreFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One connection that follows events. It reads a page on behalf of its owner, sends it, and reads the next: at most one
 * page is in memory, however far behind it is, and each is read with the rights of that moment. Whoever does not take a page
 * in time is disconnected and can come back to where they were.
 */
public final class Following {

    static final int PAGE = 50;
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Following.class.getName());

    /** Reads a page on behalf of the thread's caller. */
    interface Reader {
        EventPage page(long after, List<Channel> channels, int limit);
    }

    private final Reader reader;
    private final Yard yard;
    private final EventOutlet outlet;

    private CallerProof proof;
    private List<Channel> channels;
    private long position;
    /** Counts subscriptions: a page that was read for the one before does not move the position of the next. */
    private long subscription;

    /** What the other side has yet to be told about its subscription. */
    private Subscribed untold;

    private boolean working;
    private boolean again;
    private boolean ended;
    private Instant sendingSince;

    /** Where connections run, and who counts them. */
    interface Yard {

        /** Runs work on a thread of the server. */
        void run(Runnable work);

        /** Takes note that an event was sent. */
        void sent(int events);

        /** Takes note of an end. */
        void ended(Following following, Ending why);
    }

    Following(Reader reader, Yard yard, EventOutlet outlet, CallerProof proof) {
        this.reader = reader;
        this.yard = yard;
        this.outlet = outlet;
        this.proof = proof;
    }

    /** Follows channels from a place on, instead of what it followed before; all channels when there are none. */
    synchronized void subscribe(List<Channel> wanted, long after) {
        channels = wanted;
        position = after;
        subscription++;
        untold = new Subscribed(wanted.stream().map(Channel::toString).toList(), after);
    }

    /** From where it goes on. */
    synchronized long position() {
        return position;
    }

    /** Proves anew who it is; only for the same actor, or it would hear of what was read for another. */
    synchronized void renew(CallerProof next) {
        proof = next;
    }

    private Optional<Caller> caller() {
        CallerProof present;
        synchronized (this) {
            present = proof;
        }
        return present.caller();
    }

    EventOutlet outlet() {
        return outlet;
    }

    /**
     * Hears that there are more events.
     *
     * @param from the place up to which it has been told before
     * @param head the last place
     * @param headlines of those between; empty when these are not known
     */
    void notice(long from, long head, Optional<List<Headline>> headlines) {
        synchronized (this) {
            if (channels == null || ended) {
                return;
            }
            boolean idle = !working && !again && position >= from;
            boolean concerned = channels.isEmpty()
                    || headlines.isEmpty()
                    || headlines.get().stream()
                            .anyMatch(event -> channels.stream().anyMatch(channel -> channel.concerns(event)));
            if (idle && !concerned) {
                position = Math.max(position, head);
                return;
            }
        }
        wake();
    }

    /** Reads and sends until there is no more; however often it is called meanwhile, it looks once more. */
    void wake() {
        if (begin()) {
            run(this::work);
        }
    }

    /** A server that has too much to do already is asked again at the next check. */
    private void run(Runnable work) {
        try {
            yard.run(work);
        } catch (RejectedExecutionException busy) {
            later();
        }
    }

    private synchronized void later() {
        again = true;
        working = false;
    }

    private synchronized boolean begin() {
        if (ended || channels == null) {
            return false;
        }
        again = true;
        if (working) {
            return false;
        }
        working = true;
        return true;
    }

    /** From time to time: whether it is still allowed, whether somebody is there, and what could not be read before. */
    void check(boolean ping) {
        Instant since;
        boolean retry;
        synchronized (this) {
            since = sendingSince;
            retry = again && !working;
        }
        if (since != null && Instant.now().isAfter(since.plus(PATIENCE))) {
            end(Ending.TOO_SLOW);
        } else if (retry) {
            wake();
        } else if (ping && beginPing()) {
            run(this::ping);
        }
    }

    private synchronized boolean beginPing() {
        if (ended || working) {
            return false;
        }
        working = true;
        return true;
    }

    private void ping() {
        guarded(() -> {
            if (caller().isEmpty()) {
                end(Ending.UNAUTHENTICATED);
                return;
            }
            sending(outlet::ping, () -> {});
        });
    }

    private void work() {
        guarded(() -> {
            long after;
            long of;
            List<Channel> followed;
            Subscribed tell;
            synchronized (this) {
                again = false;
                tell = untold;
                untold = null;
                after = position;
                of = subscription;
                followed = channels;
            }
            Optional<Caller> caller = caller();
            if (caller.isEmpty()) {
                end(Ending.UNAUTHENTICATED);
                return;
            }
            EventPage page = CurrentCaller.callAs(caller.get(), () -> reader.page(after, followed, PAGE));
            sending(() -> send(tell, page), () -> arrived(page, of));
        });
    }

    private CompletionStage<?> send(Subscribed tell, EventPage page) {
        CompletionStage<?> sent = tell == null ? CompletableFuture.completedFuture(null) : outlet.subscribed(tell);
        if (page.reset()) {
            sent = sent.thenCompose(before -> outlet.reset(page.last()));
        }
        for (EventView event : page.items()) {
            sent = sent.thenCompose(before -> outlet.send(event));
        }
        return sent;
    }

    private synchronized void arrived(EventPage page, long of) {
        yard.sent(page.items().size());
        if (of == subscription) {
            position = page.last();
            again |= page.more();
        }
    }

    private void sending(Supplier<CompletionStage<?>> sending, Runnable then) {
        synchronized (this) {
            sendingSince = Instant.now();
        }
        sending.get().whenComplete((done, failure) -> {
            if (failure != null) {
                end(Ending.GONE);
                return;
            }
            then.run();
            rest();
        });
    }

    /** Goes on if there is reason to. */
    private void rest() {
        synchronized (this) {
            sendingSince = null;
            if (!again || ended) {
                working = false;
                return;
            }
        }
        run(this::work);
    }

    /** A store that is away is asked again at the next check. */
    private void guarded(Step step) {
        try {
            step.run();
        } catch (Exception failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                LOG.log(Level.WARNING, "Events could not be read for somebody who follows", failure);
                end(Ending.FAILED);
            }
            later();
        }
    }

    /** Ends the connection from this side. */
    void end(Ending why) {
        if (forget()) {
            yard.ended(this, why);
            close(why);
        }
    }

    /** On another thread, because closing may have to wait for what was sent before. */
    private void close(Ending why) {
        try {
            yard.run(() -> outlet.close(why));
        } catch (RejectedExecutionException busy) {
            outlet.close(why);
        }
    }

    /** The other side has ended the connection. */
    public void closed() {
        if (forget()) {
            yard.ended(this, Ending.GONE);
        }
    }

    private synchronized boolean forget() {
        boolean first = !ended;
        ended = true;
        return first;
    }

    /** Work that may fail. */
    private interface Step {
        void run() throws Exception;
    }
}
