package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Destructive;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.events.DomainEvent;
import io.strata.events.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Cycles of a project: making, changing, removing and watching them. Issues are planned by changing them. */
@ApplicationScoped
@Transactional
public class CycleService {

    @Inject
    Policy policy;

    @Inject
    ProjectService projects;

    @Inject
    CycleRepository cycles;

    @Inject
    NodeEntries entries;

    @Inject
    StructureLock structure;

    @Inject
    AuditLog audit;

    @Inject
    Events events;

    /** Makes a cycle; cycles may overlap. */
    @Requires(Action.NODE_WRITE)
    public CycleView create(UUID projectId, CycleRequest request) {
        Project project = projects.visible(projectId, Action.NODE_WRITE);
        request.check();
        Instant now = Instant.now();
        CycleView cycle = cycles.create(new CycleView(
                UuidV7.next(),
                projectId,
                project.workspaceId(),
                request.name().strip(),
                request.startDate(),
                request.endDate(),
                now,
                now));
        entries.write(cycle);
        record("cycle.created", cycle, null, cycle);
        return cycle;
    }

    /** A cycle and how far it has come. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public CycleProgress get(UUID id) {
        CycleView cycle = find(id, Action.NODE_READ);
        Workflow workflow = projects.seen(cycle.projectId()).workflow();
        List<CycleRepository.Planned> planned = cycles.progress(id, policy.visibility(Action.NODE_READ));
        List<CycleProgress.Share> shares = Arrays.stream(StatusCategory.values())
                .map(category -> share(category, planned, workflow))
                .toList();
        long issues =
                planned.stream().mapToLong(CycleRepository.Planned::issues).sum();
        return new CycleProgress(cycle, issues, shares);
    }

    /** The cycles of a project in the order they were made. */
    @Requires(Action.NODE_READ)
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<CycleView> list(UUID projectId, String cursor, Integer requestedLimit) {
        projects.seen(projectId);
        int limit = Page.limit(requestedLimit);
        return Page.of(
                cycles.list(projectId, cursor, limit + 1),
                limit,
                cycle -> cycle.id().toString());
    }

    /** Changes a cycle. */
    @Requires(Action.NODE_WRITE)
    public CycleView change(UUID id, CycleRequest change) {
        CycleView before = find(id, Action.NODE_WRITE);
        CycleView wanted = before.with(change);
        new CycleRequest(wanted.name(), wanted.startDate(), wanted.endDate()).check();
        CycleView after = cycles.change(wanted).orElseThrow(CycleService::notFound);
        entries.write(after);
        record("cycle.changed", after, before, after);
        return after;
    }

    /** Removes a cycle; its issues stay and are planned for none. */
    @Requires(Action.NODE_WRITE)
    @Destructive("cycle.delete")
    public void delete(UUID id) {
        CycleView cycle = find(id, Action.NODE_WRITE);
        structure.exclude(cycle.projectId());
        long issues = cycles.delete(id).orElseThrow(CycleService::notFound);
        entries.forget(cycle);
        record("cycle.deleted", cycle, cycle, Map.of("issues", issues));
    }

    private CycleView find(UUID id, Action action) {
        CycleView cycle = cycles.find(id).orElseThrow(CycleService::notFound);
        policy.require(action, cycle.workspaceId(), "cycle");
        return cycle;
    }

    /** An issue in a status that the workflow does not know is still to be done. */
    private static CycleProgress.Share share(
            StatusCategory category, List<CycleRepository.Planned> planned, Workflow workflow) {
        List<CycleRepository.Planned> matching = planned.stream()
                .filter(part -> workflow.categoryOf(part.status()).orElse(StatusCategory.TODO) == category)
                .toList();
        return new CycleProgress.Share(
                category,
                matching.stream().mapToLong(CycleRepository.Planned::issues).sum(),
                matching.stream().mapToDouble(CycleRepository.Planned::estimate).sum());
    }

    private void record(String what, CycleView cycle, Object before, Object after) {
        audit.record(what, "cycle", cycle.id(), cycle.workspaceId(), before, after);
        events.publish(DomainEvent.now(
                what, cycle.workspaceId(), cycle.projectId(), cycle.id(), Map.of("name", cycle.name())));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("cycle");
    }
}
