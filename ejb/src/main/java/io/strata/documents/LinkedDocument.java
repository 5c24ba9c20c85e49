package io.strata.documents;

import java.io.InputStream;

/**
 * A document that a link has led to, and its bytes.
 *
 * @param bytes opens them; the caller closes them
 */
public record LinkedDocument(DocumentView document, Bytes bytes) {

    /** Where the bytes come from. */
    public interface Bytes {

        /** All of them. */
        InputStream all();

        /** Some of them, both ends included. */
        InputStream part(long first, long last);
    }
}
