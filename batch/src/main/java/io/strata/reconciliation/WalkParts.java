package io.strata.reconciliation;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.jobs.JobPart;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.partition.PartitionMapper;
import jakarta.batch.api.partition.PartitionPlan;
import jakarta.batch.api.partition.PartitionPlanImpl;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Properties;

/**
 * Divides a walk into parts of about the same size. How far they have come is kept by us, not by the batch runtime, so
 * every execution of a pass gets all of them, and those that are finished end at once.
 */
@Named
@Dependent
public class WalkParts implements PartitionMapper {

    /** Two parts at a time keep two cores busy: one reads while the stores answer the other. */
    private static final int THREADS = 2;

    @Inject
    @BatchProperty
    String walk;

    @Inject
    @BatchProperty
    String run;

    @Inject
    Reconciliation reconciliation;

    @Override
    public PartitionPlan mapPartitions() throws Exception {
        List<JobPart> parts =
                CurrentCaller.callAs(Caller.system(), () -> reconciliation.parts(walk, Long.parseLong(run)));
        PartitionPlanImpl plan = new PartitionPlanImpl();
        plan.setPartitions(parts.size());
        plan.setThreads(Math.min(THREADS, parts.size()));
        plan.setPartitionsOverride(true);
        plan.setPartitionProperties(
                parts.stream().map(part -> number(part.number())).toArray(Properties[]::new));
        return plan;
    }

    private static Properties number(int number) {
        Properties properties = new Properties();
        properties.setProperty("part", Integer.toString(number));
        return properties;
    }
}
