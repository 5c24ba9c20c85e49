package io.strata.storage;

import io.strata.access.Open;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder that only this server may read, for files on their way in or out of the store. It is the server's own, so that
 * nobody sweeps it while the server runs; what a killed server left behind goes when the next one starts.
 */
@Open("holds nothing that belongs to anybody")
@ApplicationScoped
public class TemporaryFiles {

    private static final int BUFFER = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private Path folder;

    @PostConstruct
    void create() {
        create(Path.of(System.getProperty("jboss.server.temp.dir")));
    }

    void create(Path parent) {
        folder = parent.resolve("strata-documents");
        remove();
        try {
            Files.createDirectories(parent);
            folder = Files.createDirectory(folder, OWNER_ONLY).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the files are. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes a stream to a new file and computes its SHA-256 on the way.
     *
     * @param fileName only its extension is used
     * @param maximum in bytes; reading stops when there are more
     * @throws TooLargeException when the stream is longer than the maximum; nothing is left behind
     */
    public TemporaryFile receive(InputStream stream, String fileName, long maximum) throws IOException {
        Path path = Files.createTempFile(folder, "file-", ObjectKey.extension(fileName));
        MessageDigest digest = sha256();
        try (OutputStream output = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            long size = copy(stream, output, maximum);
            return new TemporaryFile(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private static long copy(InputStream stream, OutputStream output, long maximum) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            size += read;
            if (size > maximum) {
                throw new TooLargeException(maximum);
            }
            output.write(buffer, 0, read);
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @PreDestroy
    void remove() {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
