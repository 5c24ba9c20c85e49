package io.strata.documents;

import io.strata.common.RequiredFields;

/**
 * A link that has just been made. Its address is told once and kept nowhere.
 *
 * @param path on this server
 * @param url the whole address; {@code null} when the installation does not know under which address people reach it
 */
@RequiredFields(allBut = "url")
public record NewLinkView(DocumentLinkView link, String path, String url) {}
