package io.strata.common;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Identifiers for everything that is stored: UUID version 7 (RFC 9562), made by the application before any store is
 * written, so that one key names the same thing in every store. They sort by the time of their making.
 */
public final class UuidV7 {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private UuidV7() {}

    /** Returns a new identifier, greater than every one returned before by this server. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
