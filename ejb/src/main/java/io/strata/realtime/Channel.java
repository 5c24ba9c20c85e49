package io.strata.realtime;

import java.util.UUID;

/** A part of all events, once it is clear that the caller may follow it. Written {@code project:}, {@code node:}, {@code user:} and an id. */
record Channel(ChannelKind kind, UUID id) {

    @Override
    public String toString() {
        return kind.text() + ":" + id;
    }

    /** Whether an event belongs to it. */
    boolean concerns(Headline event) {
        return switch (kind) {
            case PROJECT -> id.equals(event.projectId());
            case NODE -> event.nodes().contains(id);
            case USER -> event.recipients().contains(id);
        };
    }
}
