package io.strata.realtime;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a channel is about. */
enum ChannelKind {
    /** All that happens in a project. */
    PROJECT,
    /** All that names a node: what happens to it, on it, and to what hangs directly under it. */
    NODE,
    /** What concerns an actor in person. */
    USER;

    static Optional<ChannelKind> of(String name) {
        return Stream.of(values()).filter(kind -> kind.text().equals(name)).findFirst();
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
