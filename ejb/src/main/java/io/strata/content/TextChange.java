package io.strata.content;

import io.strata.audit.AuditView;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;

/**
 * That a text was replaced by another.
 *
 * @param before markdown, as is what came after
 */
public record TextChange(Instant changedAt, UUID actorId, String actorHandle, String before, String after) {

    static TextChange of(AuditView entry) {
        return new TextChange(
                entry.occurredAt(), entry.actorId(), entry.actorHandle(), text(entry.before()), text(entry.after()));
    }

    private static String text(Object state) {
        return state instanceof JsonObject object ? object.getString("text", null) : null;
    }
}
