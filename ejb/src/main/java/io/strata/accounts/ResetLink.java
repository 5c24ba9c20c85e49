package io.strata.accounts;

import io.strata.common.RequiredFields;
import java.time.Instant;

/**
 * A link with which a person chooses a new password, once. It is shown once and kept nowhere.
 *
 * @param path the page on this server
 * @param url the whole address; {@code null} when the installation does not know under which address people reach it
 */
@RequiredFields(allBut = "url")
public record ResetLink(String path, String url, Instant expiresAt) {}
