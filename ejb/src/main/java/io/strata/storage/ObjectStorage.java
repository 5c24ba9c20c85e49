package io.strata.storage;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** What there is under a key; empty when there is nothing. */
    Optional<StoredObject> find(String key);

    /**
     * Lists objects in the order of the UTF-8 bytes of their keys.
     *
     * @param after the key before the first one wanted; {@code ""} for the beginning
     * @param limit how many at most; the store may hand out fewer, but none only at the end
     */
    List<StoredObject> list(String after, int limit);

    /** Returns when the store answers; otherwise throws as every method does. */
    void check();
}
