package io.strata.crash;

import io.strata.launcher.Program;
import io.strata.launcher.TestStrata;

/** A process that can be killed. */
enum Victim {
    SERVER("WildFly", "wildfly"),
    NEO4J("Neo4j", "neo4j"),
    POSTGRESQL("PostgreSQL", "postgresql");

    private final String title;
    private final String file;

    Victim(String title, String file) {
        this.title = title;
        this.file = file;
    }

    /** The name for people. */
    String title() {
        return title;
    }

    /** The file of its process number, below the folder of Strata. */
    String processFile() {
        return "run/" + file + ".pid";
    }

    Program of(TestStrata strata) {
        return switch (this) {
            case SERVER -> strata.server();
            case NEO4J -> strata.neo4j();
            case POSTGRESQL -> strata.postgresql();
        };
    }
}
