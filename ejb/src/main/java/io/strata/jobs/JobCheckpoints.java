package io.strata.jobs;

import io.strata.access.Action;
import io.strata.access.Requires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The checkpoints of jobs whose work divides into ranges of keys. They are rows, written in the transaction of the work
 * that they stand for, and belong to a run, so that whoever runs it again, after whatever has happened to the server,
 * goes on where it was.
 */
@ApplicationScoped
@Transactional
public class JobCheckpoints {

    private static final String FORGET = "delete from job_checkpoint where updated_at < now() - interval '7 days'";
    private static final String ADD = """
            insert into job_checkpoint
                (run, step, part, after_key, until_key, position, done, expected, finished, updated_at)
            values (:run, :step, :part, :after, nullif(:until, ''), :after, 0, :expected, false, now())
            """;
    private static final String FIND = """
            select part, after_key, until_key, position, done, expected, finished from job_checkpoint
            where run = :run and step = :step order by part
            """;
    private static final String ADVANCE = """
            update job_checkpoint
            set position = :position, done = done + :items, finished = :finished, updated_at = now()
            where run = :run and step = :step and part = :part
            """;
    private static final String PROGRESS = """
            select step, sum(done), sum(expected), bool_and(finished) from job_checkpoint where run = :run group by step
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * The parts of a step as an earlier execution of the run has left them; when there was none, they are divided now.
     *
     * @param bounds the keys between the parts, in order; one part more than these
     * @param expected about how many items the step has
     */
    @Requires(Action.SYSTEM_OPERATE)
    public List<JobPart> begin(String run, String step, List<String> bounds, long expected) {
        List<JobPart> parts = parts(run, step);
        if (!parts.isEmpty()) {
            return parts;
        }
        entities.createNativeQuery(FORGET).executeUpdate();
        int count = bounds.size() + 1;
        for (int i = 0; i < count; i++) {
            entities.createNativeQuery(ADD)
                    .setParameter("run", run)
                    .setParameter("step", step)
                    .setParameter("part", i)
                    .setParameter("after", i == 0 ? "" : bounds.get(i - 1))
                    .setParameter("until", i == count - 1 ? "" : bounds.get(i))
                    .setParameter("expected", expected / count)
                    .executeUpdate();
        }
        return parts(run, step);
    }

    /** The parts of a step; none when it has not begun. */
    @Requires(Action.SYSTEM_READ)
    public List<JobPart> parts(String run, String step) {
        List<?> rows = entities.createNativeQuery(FIND)
                .setParameter("run", run)
                .setParameter("step", step)
                .getResultList();
        List<JobPart> parts = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            parts.add(new JobPart(
                    ((Number) columns[0]).intValue(),
                    (String) columns[1],
                    (String) columns[2],
                    (String) columns[3],
                    ((Number) columns[4]).longValue(),
                    ((Number) columns[5]).longValue(),
                    (Boolean) columns[6]));
        }
        return parts;
    }

    /** Notes that a part has come to a key, in the transaction of the work that brought it there. */
    @Requires(Action.SYSTEM_OPERATE)
    @Transactional(Transactional.TxType.MANDATORY)
    public void advance(String run, String step, int part, String position, long items, boolean finished) {
        entities.createNativeQuery(ADVANCE)
                .setParameter("run", run)
                .setParameter("step", step)
                .setParameter("part", part)
                .setParameter("position", position)
                .setParameter("items", items)
                .setParameter("finished", finished)
                .executeUpdate();
    }

    /** How far the steps of a run have come, by their names; steps without checkpoints are absent. */
    Map<String, Progress> progress(String run) {
        List<?> rows =
                entities.createNativeQuery(PROGRESS).setParameter("run", run).getResultList();
        Map<String, Progress> progress = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            long done = ((Number) columns[1]).longValue();
            long expected = ((Number) columns[2]).longValue();
            boolean finished = (Boolean) columns[3];
            progress.put((String) columns[0], new Progress(done, finished ? done : Math.max(done, expected)));
        }
        return progress;
    }

    /** Forgets how far a run has come: it will not be continued. */
    void forget(String run) {
        entities.createNativeQuery("delete from job_checkpoint where run = :run")
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Items done, and about how many there are. */
    record Progress(long done, long expected) {}
}
