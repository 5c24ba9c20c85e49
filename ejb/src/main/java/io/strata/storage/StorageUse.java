package io.strata.storage;

/**
 * How much somebody keeps.
 *
 * @param usedBytes of all documents, with what is in the trash and with earlier versions
 * @param quotaBytes how much they may keep
 * @param standard whether that is what the setting says, and nobody has decided otherwise
 */
public record StorageUse(long usedBytes, long quotaBytes, boolean standard) {}
