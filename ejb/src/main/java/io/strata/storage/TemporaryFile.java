package io.strata.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is removed when it is closed.
 *
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal
 */
public record TemporaryFile(Path path, long size, String sha256) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
