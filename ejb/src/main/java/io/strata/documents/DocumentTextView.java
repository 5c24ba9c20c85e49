package io.strata.documents;

import java.util.UUID;

/**
 * The text of a document.
 *
 * @param text empty as long as none was read
 * @param truncated whether the document has more text than is kept
 * @param language ISO 639-1; {@code null} when unknown
 * @param characters how long the text is
 */
public record DocumentTextView(
        UUID documentId, String text, boolean truncated, String language, Integer pageCount, int characters) {}
