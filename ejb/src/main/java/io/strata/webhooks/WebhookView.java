package io.strata.webhooks;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as its reader sees it.
 *
 * @param events filters: {@code *}, {@code node.*}, {@code node.created}
 * @param subtreeId the node that it listens to, with all that is below it; {@code null}: the whole project
 * @param labels the node that an event is about has one of them; empty: any node
 * @param disabledReason why the server switched it off; {@code null} when it did not
 * @param secret only in the answer that made it, {@code null} ever after
 * @param previousSecretUntil until when the secret before this one signs as well; {@code null} when it does not
 */
@RequiredFields(allBut = {"description", "subtreeId", "disabledReason", "secret", "previousSecretUntil", "createdBy"})
public record WebhookView(
        UUID id,
        UUID projectId,
        String url,
        String description,
        List<String> events,
        UUID subtreeId,
        List<String> labels,
        boolean active,
        String disabledReason,
        String secret,
        Instant previousSecretUntil,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {}
