package io.strata.mcp;

import java.util.List;

/**
 * The revisions of the protocol that are spoken here (https://modelcontextprotocol.io/specification): since
 * {@value #STATELESS} every request carries its revision, before that a handshake has agreed on it.
 */
final class Revision {

    static final String STATELESS = "2026-07-28";
    static final String LAST_WITH_HANDSHAKE = "2025-11-25";

    private static final List<String> WITH_HANDSHAKE = List.of(LAST_WITH_HANDSHAKE, "2025-06-18");

    private Revision() {}

    /** All of them, the latest first. */
    static List<String> all() {
        return List.of(STATELESS, WITH_HANDSHAKE.get(0), WITH_HANDSHAKE.get(1));
    }

    static boolean hasHandshake(String revision) {
        return revision != null && WITH_HANDSHAKE.contains(revision);
    }

    /** What a handshake agrees on when a client asks for a revision: that one, or else the latest that has a handshake. */
    static String agreed(String requested) {
        return hasHandshake(requested) ? requested : LAST_WITH_HANDSHAKE;
    }
}
