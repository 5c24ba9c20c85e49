package io.strata.storage;

import io.strata.common.RequiredFields;

/**
 * How much somebody keeps.
 *
 * @param usedBytes of all documents, with what is in the trash and with earlier versions
 * @param quotaBytes how much they may keep
 * @param standard whether that is what the setting says, and nobody has decided otherwise
 */
@RequiredFields(allBut = {})
public record StorageUse(long usedBytes, long quotaBytes, boolean standard) {}
