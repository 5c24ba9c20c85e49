package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder below which everything is kept; held by one launcher at a time.
 *
 * <p>The lock is the operating system's, so that it ends with the process that holds it, however that ended.
 */
public final class DataDirectory implements AutoCloseable {

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder where it does not exist and takes its lock.
     *
     * @throws StartFailure when the folder is not writable or another launcher holds it
     */
    static DataDirectory open(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel lockFile =
                    FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(lockFile)) {
                lockFile.close();
                throw new StartFailure("Another Strata is running on the data directory " + root
                        + ": stop it or set STRATA_DATA_DIR to another folder.");
            }
            DataDirectory directory = new DataDirectory(root, lockFile);
            for (String folder : List.of("secrets", "run", "logs")) {
                directory.privateFolder(folder);
            }
            return directory;
        } catch (IOException e) {
            throw new StartFailure("The data directory " + root
                    + " is not writable: set STRATA_DATA_DIR to a folder where Strata may write.");
        }
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The folder itself. */
    public Path root() {
        return root;
    }

    /** A file or folder below the data directory. */
    public Path resolve(String path) {
        return root.resolve(path);
    }

    /** A folder that only its owner can enter, created where it does not exist. */
    Path privateFolder(String name) {
        Path folder = root.resolve(name);
        try {
            if (Files.notExists(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only its owner can read. */
    static void writePrivate(Path file, String content) {
        try {
            Path written = Files.createTempFile(file.getParent(), "." + file.getFileName(), "");
            Files.writeString(written, content);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes everything; for throw-away data. */
    void delete() {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
