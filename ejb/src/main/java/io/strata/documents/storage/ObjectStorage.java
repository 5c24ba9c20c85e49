package io.strata.documents.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Keeps objects under keys. Nothing here takes part in a transaction. When the store cannot be reached, or does not
 * answer, every method throws a {@link io.strata.common.ProblemException} of type {@code STORAGE_UNAVAILABLE} within
 * five seconds.
 */
public interface ObjectStorage {

    /**
     * Stores a file; when this returns, the store has verified that it holds exactly these bytes.
     *
     * @param sha256 the file's SHA-256, in lower-case hexadecimal
     */
    void put(String key, Path file, String mimeType, String sha256);

    /**
     * Opens an object from its beginning; the caller closes it.
     *
     * @throws MissingObjectException when there is none
     */
    InputStream open(String key);

    /**
     * Opens a part of an object; the caller closes it.
     *
     * @param first index of the first byte
     * @param last index of the last byte, inclusive
     * @throws MissingObjectException when there is none
     */
    InputStream open(String key, long first, long last);

    /** Removes an object; one that is not there is no error. */
    void delete(String key);

    /** Whether there is an object of that name. */
    boolean exists(String key);

    /** Hands every object to a consumer, in the order of the keys and in constant memory. */
    void list(Consumer<StoredObject> consumer);

    /** Returns when the store answers; otherwise throws as every method does. */
    void check();
}
