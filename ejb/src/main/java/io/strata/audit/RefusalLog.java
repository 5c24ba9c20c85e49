package io.strata.audit;

import io.strata.access.Refusal;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes what was refused. "Forbidden" is always a refusal. "Not found", as the answer to a change, is one when the thing
 * exists: then it is only invisible to this caller. Nothing that goes wrong here changes the caller's answer.
 */
@ApplicationScoped
class RefusalLog {

    private static final Logger LOG = Logger.getLogger(RefusalLog.class.getName());

    @Inject
    RefusedSubjects subjects;

    @Inject
    RefusalEntries entries;

    private final RefusalCounts counts = new RefusalCounts();

    void note(@Observes Refusal refusal) {
        RefusalEntry unlocated = RefusalEntry.of(refusal, null);
        RefusalCounts.Key key = new RefusalCounts.Key(
                refusal.caller().actorId(), unlocated.action(), refusal.operation() + refusal.references());
        if (!counts.admit(key, unlocated, Instant.now())) {
            return;
        }
        try {
            Optional<Subject> subject = locate(refusal);
            if (refusal.answer() == ProblemType.NOT_FOUND && !isHidden(refusal, subject)) {
                counts.forget(key);
                return;
            }
            RefusalEntry entry = RefusalEntry.of(refusal, subject.orElse(null));
            entries.write(entry);
            counts.written(key, entry);
        } catch (RuntimeException e) {
            counts.forget(key);
            LOG.log(Level.WARNING, "A refusal could not be audited: " + unlocated, e);
        }
    }

    /** Writes how often refusals were repeated in the minutes that are over. */
    void writeRepeated(Instant now) {
        for (RefusalCounts.Repeated repeated : counts.over(now)) {
            entries.write(repeated.entry().repeated(repeated.times(), repeated.since()));
        }
    }

    /** A refusal is worth an entry even if nobody can say now what it was about. */
    private Optional<Subject> locate(Refusal refusal) {
        try {
            return subjects.first(refusal.references());
        } catch (RuntimeException e) {
            if (refusal.answer() == ProblemType.NOT_FOUND) {
                throw e;
            }
            LOG.log(Level.FINE, "The subject of a refusal is not known", e);
            return Optional.empty();
        }
    }

    /** Whether that very thing was said not to exist, and it does; a link, for example, may be absent from a visible node. */
    private static boolean isHidden(Refusal refusal, Optional<Subject> subject) {
        return subject.isPresent()
                && ProblemException.notFound(subject.get().kind()).getMessage().equals(refusal.reason());
    }
}
