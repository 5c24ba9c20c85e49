package io.strata.content;

import io.strata.common.ProblemException;
import io.strata.storage.FileType;
import io.strata.storage.TemporaryFile;
import java.io.IOException;
import java.util.Set;

/** The kinds of files that may hang on nodes and comments: what people show each other, and nothing that runs. */
final class AttachmentTypes {

    private static final Set<String> ALLOWED = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "video/mp4",
            "video/quicktime",
            "video/webm",
            "audio/mpeg",
            "application/pdf",
            "application/zip",
            "application/gzip",
            "application/json",
            "text/plain",
            "text/csv",
            "text/tab-separated-values",
            "text/x-web-markdown",
            "text/x-log",
            "text/x-diff",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    private AttachmentTypes() {}

    /**
     * The type that the bytes of a file have.
     *
     * @throws ProblemException validation, when it is not one of those that are allowed, or the name says otherwise
     * @throws IOException when the file cannot be read
     */
    static String of(TemporaryFile file, String fileName) throws IOException {
        if (file.size() == 0) {
            throw ProblemException.validation("file", "is empty");
        }
        String type = FileType.of(file.path(), fileName);
        if (!ALLOWED.contains(type)) {
            throw ProblemException.validation("file", "is " + type + ", which cannot be attached");
        }
        if (!FileType.isUsualFor(type, fileName) || FileType.contradicts(file.path(), fileName)) {
            throw ProblemException.validation("file", "is " + type + ", but its name says that it is something else");
        }
        return type;
    }
}
