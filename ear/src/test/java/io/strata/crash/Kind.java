package io.strata.crash;

/** The kinds of faults, each a row of the table. */
enum Kind {
    SERVER_AT_STEP("server killed at a step of a commit, stores again while it starts"),
    STORES_AT_STEP("stores killed at steps of a commit"),
    IN_RECOVERY("server killed in a commit, then server or store at a step of recovery"),
    TOGETHER("server and stores killed at random, stores again and again while all recover"),
    STORES("stores killed at random, again and again"),
    CUT("connections of a store cut"),
    SLOW("connections of a store delayed by 100 ms a packet"),
    FROZEN("connections of a store frozen"),
    DISK_FULL("disk of a store full");

    private final String title;

    Kind(String title) {
        this.title = title;
    }

    /** Whether it kills, and so can be repeated until there were enough kills. */
    boolean kills() {
        return ordinal() < CUT.ordinal();
    }

    /** The name for people. */
    String title() {
        return title;
    }
}
