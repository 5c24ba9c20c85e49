package io.strata.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Temporary files without a container that creates and removes them. */
public final class TestTemporaryFiles {

    private TestTemporaryFiles() {}

    public static TemporaryFiles create() {
        TemporaryFiles files = new TemporaryFiles();
        files.create(parent());
        return files;
    }

    public static void remove(TemporaryFiles files) {
        files.remove();
        try {
            Files.delete(files.folder().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent() {
        try {
            return Files.createTempDirectory("strata-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
