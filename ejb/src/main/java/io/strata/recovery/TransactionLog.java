package io.strata.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The transaction manager's log, by the names and sizes of its files: asking the server for its entries would make it
 * load every one, those in use included, and complain.
 */
final class TransactionLog {

    private static final String ENTRIES = "tx-object-store/ShadowNoFileLockStore/defaultStore/StateManager";

    private final Path entries;

    /**
     * The log of a server.
     *
     * @param data the server's data directory
     */
    TransactionLog(Path data) {
        this.entries = data.resolve(ENTRIES);
    }

    /** The log of this server. */
    static TransactionLog ofThisServer() {
        return new TransactionLog(Path.of(System.getProperty("jboss.server.data.dir")));
    }

    /**
     * The transactions whose decision is in the log.
     *
     * @throws IOException when there is no such log, or it is kept in another way
     */
    Set<String> logged() throws IOException {
        try (Stream<Path> files = Files.walk(entries)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !isEmpty(file))
                    .map(TransactionLog::transaction)
                    .collect(Collectors.toSet());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Removes entries that were made but not written when their server died. An entry is written at once, after its file
     * was made, so an empty one holds no decision and its transaction counts as rolled back; but the transaction manager
     * cannot read it and would come back to it for ever.
     *
     * @param before the time at which this server was started: what is younger may be about to be written
     * @return their transactions
     */
    List<String> dropUnwritten(Instant before) throws IOException {
        if (!Files.isDirectory(entries)) {
            return List.of();
        }
        List<String> dropped = new ArrayList<>();
        try (Stream<Path> files = Files.walk(entries)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isEmpty(file) && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                    dropped.add(transaction(file));
                }
            }
        }
        return dropped;
    }

    private static String transaction(Path file) {
        return file.getFileName().toString().replace('_', ':');
    }

    /** One that has gone meanwhile is not empty: it was there, and its transaction has ended. */
    private static boolean isEmpty(Path file) {
        try {
            return Files.size(file) == 0;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
