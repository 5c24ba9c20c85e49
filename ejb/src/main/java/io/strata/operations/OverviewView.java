package io.strata.operations;

import io.strata.audit.AuditView;
import java.util.List;
import java.util.Map;

/**
 * The installation at a glance. A store that is down leaves its part out instead of failing the whole.
 *
 * @param counts how many there are of each kind, in the order they are shown; {@code null} where it is not known
 * @param documents how many documents are in each status
 * @param queues empty when the broker is not the server's own
 * @param activity the latest changes, newest first
 */
public record OverviewView(
        HealthReport health,
        Map<String, Long> counts,
        Map<String, Long> documents,
        List<QueueDepth> queues,
        List<AuditView> activity) {}
