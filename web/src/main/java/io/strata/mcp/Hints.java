package io.strata.mcp;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What a tool does to the world, in the words of the protocol. None reaches beyond this server. */
enum Hints {
    READS(true, false, true),
    ADDS(false, false, false),
    /** Replaces what was there before; doing it twice is doing it once. */
    CHANGES(false, true, true),
    /** Begins, goes on with or ends something of the caller's own. */
    WORKS(false, false, false);

    private final boolean readOnly;
    private final boolean destructive;
    private final boolean idempotent;

    Hints(boolean readOnly, boolean destructive, boolean idempotent) {
        this.readOnly = readOnly;
        this.destructive = destructive;
        this.idempotent = idempotent;
    }

    boolean readOnly() {
        return readOnly;
    }

    JsonObject asJson() {
        return Json.createObjectBuilder()
                .add("readOnlyHint", readOnly)
                .add("destructiveHint", destructive)
                .add("idempotentHint", idempotent)
                .add("openWorldHint", false)
                .build();
    }
}
