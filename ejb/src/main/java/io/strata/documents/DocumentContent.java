package io.strata.documents;

import java.io.InputStream;

/**
 * The bytes of a document, or a part of them.
 *
 * @param first index of the first byte
 * @param length how many bytes there are
 * @param stream the bytes; whoever asked for them closes it
 */
public record DocumentContent(DocumentView document, long first, long length, InputStream stream) {}
