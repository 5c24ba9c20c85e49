package io.strata.realtime;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.transaction.StoreFailure;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Everybody who follows events on this server. When it hears that there are more, or notices it by itself, it looks at
 * what is new once for all and tells those whom it concerns; they read it themselves, with their own rights.
 *
 * <p>Metrics: {@code strata.events.sessions}, {@code strata.events.sent}, {@code strata.events.ended},
 * {@code strata.events.announced}.
 */
@ApplicationScoped
public class EventHub {

    private static final Logger LOG = Logger.getLogger(EventHub.class.getName());
    private static final long LOOK_MILLIS = 500;
    private static final int LOOKS_PER_PING = 40;
    private static final int HEADLINES = 2000;
    private static final int SESSIONS = 2000;

    @Resource
    ManagedScheduledExecutorService scheduler;

    @Resource
    ManagedExecutorService threads;

    @Inject
    EventFeed feed;

    @Inject
    EventRows rows;

    @Inject
    Channels channels;

    @Inject
    MeterRegistry registry;

    private final Map<Following, UUID> followings = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger wanted = new AtomicInteger();
    private ScheduledFuture<?> clock;
    private long head = -1;
    private int looks;

    private final Following.Yard yard = new Following.Yard() {
        @Override
        public void run(Runnable work) {
            threads.execute(work);
        }

        @Override
        public void sent(int events) {
            registry.counter("strata.events.sent").increment(events);
        }

        @Override
        public void ended(Following following, Ending why) {
            if (followings.remove(following) != null) {
                count(following.outlet()).decrementAndGet();
                registry.counter("strata.events.ended", "reason", why.text()).increment();
            }
        }
    };

    /**
     * Begins to follow, on behalf of the caller; nothing is sent before {@link #subscribe}.
     *
     * @throws ProblemException rate limited, when the caller or this server has too many connections already
     */
    @Requires(Action.SIGNED_IN)
    public Following follow(EventOutlet outlet, CallerProof proof) {
        UUID actor = CurrentCaller.require().actorId();
        Following following = new Following(feed::page, yard, outlet, proof);
        synchronized (followings) {
            long own = followings.values().stream().filter(actor::equals).count();
            if (own >= Settings.number(Setting.EVENTS_SESSIONS) || followings.size() >= SESSIONS) {
                throw ProblemException.tooOften(
                        Duration.ofSeconds(30), "Too many connections follow events already. End one first.");
            }
            followings.put(following, actor);
        }
        count(outlet).incrementAndGet();
        begin();
        return following;
    }

    /**
     * Says what to follow, instead of what was said before.
     *
     * @param names {@code project:}, {@code node:} or {@code user:} with an id behind it; none: all channels
     * @param after the place after which to begin; {@code null}: where it is, or from now on
     * @throws ProblemException validation, when one is malformed; not found, when the caller may not follow it
     */
    @Requires(Action.SIGNED_IN)
    public void subscribe(Following following, List<String> names, Long after) {
        if (after != null && after < 0) {
            throw ProblemException.validation("after", "must be a place that an event had");
        }
        List<Channel> followed = channels.require(names);
        long position = after != null ? after : following.position() > 0 ? following.position() : rows.head();
        following.subscribe(followed, position);
        following.wake();
    }

    /**
     * Replaces the proof of who follows, before the one before ends.
     *
     * @throws ProblemException validation, when it is the proof of somebody else
     */
    @Requires(Action.SIGNED_IN)
    public void renew(Following following, CallerProof proof) {
        if (!CurrentCaller.require().actorId().equals(followings.get(following))) {
            throw ProblemException.validation("token", "belongs to somebody else");
        }
        following.renew(proof);
    }

    /** Hears that there are more events. */
    @Open("a hint without content")
    public void announced() {
        registry.counter("strata.events.announced").increment();
        wake();
    }

    private synchronized void begin() {
        if (clock == null) {
            clock = scheduler.scheduleWithFixedDelay(this::tick, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (clock != null) {
            clock.cancel(false);
        }
        List.copyOf(followings.keySet()).forEach(following -> following.end(Ending.GONE));
    }

    private void tick() {
        boolean ping = ++looks % LOOKS_PER_PING == 0;
        followings.keySet().forEach(following -> following.check(ping));
        wake();
    }

    private void wake() {
        if (!followings.isEmpty() && wanted.getAndIncrement() == 0) {
            scheduler.execute(this::work);
        }
    }

    private void work() {
        int seen = wanted.get();
        try {
            CurrentCaller.runAs(Caller.system(), this::look);
        } catch (RuntimeException failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                LOG.log(Level.WARNING, "It is not known whether there are more events", failure);
            }
        }
        if (!wanted.compareAndSet(seen, 0)) {
            scheduler.execute(this::work);
        }
    }

    private void look() {
        long from = head < 0 ? rows.head() : head;
        EventRows.News news = rows.news(from, HEADLINES);
        head = news.head();
        if (news.head() != from) {
            Set<UUID> inPerson = news.inPerson();
            followings.forEach((following, actor) -> {
                following.notice(from, news.head(), news.headlines());
                if (inPerson.contains(actor)) { // it may be the end of their token, whatever they follow
                    following.wake();
                }
            });
        }
    }

    private AtomicInteger count(EventOutlet outlet) {
        return sessions.computeIfAbsent(outlet.kind(), kind -> {
            AtomicInteger number = new AtomicInteger();
            registry.gauge("strata.events.sessions", Tags.of("kind", kind), number, AtomicInteger::get);
            return number;
        });
    }
}
