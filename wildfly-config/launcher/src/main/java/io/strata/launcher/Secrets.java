package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Passwords and keys, by the name of their setting: from the environment, from the file that {@code NAME_FILE} names, or
 * generated once and kept in the data directory, readable by its owner only.
 */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;
    private final Map<String, String> environment;

    Secrets(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** A password of 24 characters that needs no quoting anywhere. */
    String password(String name) {
        return get(name, 18, Base64.getUrlEncoder().withoutPadding());
    }

    /** A key of 32 bytes in Base64. */
    String key(String name) {
        return get(name, 32, Base64.getEncoder());
    }

    /** Whether the value is a generated one, kept in {@link #file}. */
    boolean isGenerated(String name) {
        return !environment.containsKey(name) && !environment.containsKey(name + "_FILE");
    }

    /** Where a generated value is kept. */
    Path file(String name) {
        return folder.resolve(name);
    }

    private String get(String name, int bytes, Base64.Encoder encoder) {
        String value = environment.get(name);
        if (value != null) {
            return value;
        }
        String given = environment.get(name + "_FILE");
        try {
            if (given != null) {
                return Files.readString(Path.of(given)).strip();
            }
            if (Files.notExists(file(name))) {
                byte[] random = new byte[bytes];
                RANDOM.nextBytes(random);
                DataDirectory.writePrivate(file(name), encoder.encodeToString(random));
            }
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            if (given != null) {
                throw new StartFailure(name + "_FILE names " + given + ", which cannot be read.");
            }
            throw new UncheckedIOException(e);
        }
    }
}
