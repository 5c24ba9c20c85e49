package io.strata.documents.extraction;

/**
 * What was read out of a file and the files within it.
 *
 * @param text plain text, free of NUL; may be empty, for example for a picture
 * @param truncated whether there was more text than is kept
 * @param mimeType the true type of the file
 * @param title the title that the file itself carries; {@code null} when it has none
 * @param language ISO 639-1 code of the language most of the text is in; {@code null} when unknown
 * @param pageCount pages or slides; {@code null} when the kind of file has none or does not say
 * @param remark what could not be read although the rest could; {@code null} when all was well
 */
public record Extraction(
        String text,
        boolean truncated,
        String mimeType,
        String title,
        String language,
        Integer pageCount,
        String remark) {}
