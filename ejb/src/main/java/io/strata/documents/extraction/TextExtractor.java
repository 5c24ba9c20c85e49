package io.strata.documents.extraction;

import java.nio.file.Path;

/** Reads text out of a file. */
public interface TextExtractor {

    /**
     * Reads a file; takes at most a minute or so.
     *
     * @param file the file; its extension is a hint to its type
     * @throws ExtractionException when the file is the reason that nothing can be read
     * @throws IllegalStateException when the extractor itself does not work, so that trying again may help
     * @throws InterruptedException when the thread is interrupted while it waits
     */
    Extraction extract(Path file) throws ExtractionException, InterruptedException;
}
