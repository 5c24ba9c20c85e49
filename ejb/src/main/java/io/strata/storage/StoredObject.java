package io.strata.storage;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param size in bytes
 */
public record StoredObject(String key, long size, Instant lastModified) {}
