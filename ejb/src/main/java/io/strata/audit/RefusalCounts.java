package io.strata.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps refusals from filling the log: the same actor, action and subject is let through once a minute and counted
 * otherwise, and an actor who tries very many different things is let through for some of them and counted altogether.
 */
final class RefusalCounts {

    static final Duration WINDOW = Duration.ofMinutes(1);

    /** How many different refusals of one actor are let through in a minute. */
    static final int DIFFERENT = 60;

    /** How many are remembered at a time; what comes beyond is counted with its actor. */
    static final int REMEMBERED = 20_000;

    /**
     * What makes two refusals the same.
     *
     * @param subject what the call has named; empty for all the rest of an actor
     */
    record Key(UUID actor, String action, String subject) {

        static Key ofTheRest(UUID actor) {
            return new Key(actor, "refused.more", "");
        }
    }

    /** A refusal that was repeated after it had been let through. */
    record Repeated(RefusalEntry entry, Instant since, long times) {}

    private static final class Window {

        private final Instant since;
        private RefusalEntry entry;
        private long times;

        private Window(Instant since, RefusalEntry entry) {
            this.since = since;
            this.entry = entry;
        }
    }

    private final Map<Key, Window> windows = new LinkedHashMap<>();
    private final Map<UUID, Integer> perActor = new HashMap<>();

    /** Whether a refusal is to be written; otherwise it is counted. */
    synchronized boolean admit(Key key, RefusalEntry entry, Instant now) {
        Window known = windows.get(key);
        if (known != null) {
            known.times++;
            return false;
        }
        if (perActor.getOrDefault(key.actor(), 0) >= DIFFERENT || windows.size() >= REMEMBERED) {
            windows.computeIfAbsent(
                            Key.ofTheRest(key.actor()), rest -> new Window(now, RefusalEntry.ofTheRest(entry.caller())))
                    .times++;
            return false;
        }
        windows.put(key, new Window(now, entry));
        perActor.merge(key.actor(), 1, Integer::sum);
        return true;
    }

    /** What was written for a refusal, so that its repetitions say the same. */
    synchronized void written(Key key, RefusalEntry entry) {
        Window window = windows.get(key);
        if (window != null) {
            window.entry = entry;
        }
    }

    /** Forgets a refusal that turned out to be none. */
    synchronized void forget(Key key) {
        if (windows.remove(key) != null) {
            release(key);
        }
    }

    /** Ends the minutes that are over, and tells what was counted in them. */
    synchronized List<Repeated> over(Instant now) {
        List<Repeated> repeated = new ArrayList<>();
        Iterator<Map.Entry<Key, Window>> oldestFirst = windows.entrySet().iterator();
        while (oldestFirst.hasNext()) {
            Map.Entry<Key, Window> next = oldestFirst.next();
            Window window = next.getValue();
            if (Duration.between(window.since, now).compareTo(WINDOW) < 0) {
                break;
            }
            oldestFirst.remove();
            release(next.getKey());
            if (window.times > 0) {
                repeated.add(new Repeated(window.entry, window.since, window.times));
            }
        }
        return repeated;
    }

    private void release(Key key) {
        if (!key.equals(Key.ofTheRest(key.actor()))) {
            perActor.computeIfPresent(key.actor(), (actor, count) -> count == 1 ? null : count - 1);
        }
    }
}
