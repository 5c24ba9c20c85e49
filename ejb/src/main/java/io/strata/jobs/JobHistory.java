package io.strata.jobs;

import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Keeps the records of executions. */
@ApplicationScoped
@Transactional
class JobHistory {

    /** This start of the server. */
    static final UUID BOOT = UuidV7.next();

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    JobCheckpoints checkpoints;

    /**
     * Adds an execution that this server runs.
     *
     * @param before the execution that it continues; {@code null} when it continues none
     */
    JobExecutionView add(JobExecutionView live, String run, JobRecord before) {
        Long id = (Long) entities.createNativeQuery("select nextval('job_record_sequence')", Long.class)
                .getSingleResult();
        JobRecord added = new JobRecord(id, BOOT, run, before, live);
        entities.persist(added);
        return added.view();
    }

    void update(long id, JobExecutionView live) {
        JobRecord record = entities.find(JobRecord.class, id);
        record.update(live.with(checkpoints.progress(record.run())));
    }

    /** Gives an execution up, and what it would have been continued from. */
    JobExecutionView abandon(long id) {
        JobRecord record = require(id);
        record.abandon();
        checkpoints.forget(record.run());
        return record.view();
    }

    JobRecord require(long id) {
        JobRecord found = entities.find(JobRecord.class, id);
        if (found == null) {
            throw ProblemException.notFound("job execution");
        }
        return found;
    }

    List<JobRecord> page(long before, int limit) {
        return entities.createQuery(
                        "select r from JobRecord r where r.id < :before order by r.id desc", JobRecord.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The executions of this server whose end is not recorded. */
    List<JobRecord> running() {
        return entities.createQuery(
                        "select r from JobRecord r where r.endedAt is null and r.boot = :boot", JobRecord.class)
                .setParameter("boot", BOOT)
                .getResultList();
    }

    /** Records the end of executions that ended with the server that ran them, and returns them. */
    List<JobRecord> interrupted() {
        List<JobRecord> found = entities.createQuery(
                        "select r from JobRecord r where r.endedAt is null and r.boot <> :boot order by r.id",
                        JobRecord.class)
                .setParameter("boot", BOOT)
                .getResultList();
        found.forEach(JobRecord::interrupt);
        return found;
    }
}
