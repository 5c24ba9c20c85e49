package io.strata.screens;

import java.util.Locale;

/** What a colour says on every screen, with its value in the dark and in the light palette for charts. */
public enum Tone {
    OK("#4cc38a", "#2c9a5f"),
    INFO("#6cb6ff", "#2f83d6"),
    WARN("#f2b13c", "#d1920f"),
    BAD("#ff8080", "#d64545"),
    NEUTRAL("#7b8494", "#9aa1ad");

    private final String dark;
    private final String light;

    Tone(String dark, String light) {
        this.dark = dark;
        this.light = light;
    }

    /** The colour in a chart. */
    public String colour(boolean onDark) {
        return onDark ? dark : light;
    }

    /** The style class of a pill. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }

    /** The tone of a status of whatever kind of thing: documents, deliveries, executions, findings. */
    public static Tone ofStatus(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "ready", "delivered", "completed", "active", "up", "resolved", "repaired", "committed", "performed" ->
                OK;
            case "failed", "abandoned", "down", "dead", "error" -> BAD;
            case "extracting", "classifying", "approved", "started", "starting", "sending", "delivering" -> INFO;
            case "open", "stopped", "stopping", "retrying", "disabled" -> WARN;
            default -> NEUTRAL;
        };
    }
}
