package io.strata.webhooks;

import io.strata.common.RequiredFields;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as its reader sees it.
 *
 * @param events filters: {@code *}, {@code node.*}, {@code node.created}
 * @param disabledReason why the server switched it off; {@code null} when it did not
 * @param secret only in the answer to its creation, {@code null} ever after
 */
@RequiredFields(allBut = {"description", "disabledReason", "secret", "createdBy"})
public record WebhookView(
        UUID id,
        UUID projectId,
        String url,
        String description,
        List<String> events,
        boolean active,
        String disabledReason,
        String secret,
        UUID createdBy,
        Instant createdAt,
        Instant updatedAt) {}
