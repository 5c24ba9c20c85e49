package io.strata.documents.storage;

/** Temporary files without a container that creates and removes them. */
public final class TestTemporaryFiles {

    private TestTemporaryFiles() {}

    public static TemporaryFiles create() {
        TemporaryFiles files = new TemporaryFiles();
        files.create();
        return files;
    }

    public static void remove(TemporaryFiles files) {
        files.remove();
    }
}
