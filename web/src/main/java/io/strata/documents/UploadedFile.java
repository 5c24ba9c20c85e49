package io.strata.documents;

import io.strata.common.ProblemException;
import io.strata.common.ProblemException.FieldProblem;
import java.util.List;
import java.util.UUID;

/**
 * What became of one file of an upload: a document, or an error while others may have been accepted.
 *
 * @param id {@code null} when it was refused, as are all but the name and the error
 * @param duplicates how many documents of the workspace had the same bytes already
 * @param error {@code null} when it was accepted
 */
public record UploadedFile(
        UUID id,
        String title,
        String fileName,
        DocumentStatus status,
        String mimeType,
        Long sizeBytes,
        String sha256,
        UUID projectId,
        UUID nodeId,
        UUID folderId,
        Integer duplicates,
        Refusal error) {

    /** Why a file was refused, as in the envelope of errors. */
    public record Refusal(String code, String message, List<FieldProblem> details) {}

    static UploadedFile accepted(DocumentView document) {
        return new UploadedFile(
                document.id(),
                document.title(),
                document.fileName(),
                document.status(),
                document.mimeType(),
                document.sizeBytes(),
                document.sha256(),
                document.projectId(),
                document.nodeId(),
                document.folderId(),
                document.duplicates(),
                null);
    }

    static UploadedFile refused(String fileName, ProblemException problem) {
        Refusal refusal = new Refusal(problem.type().code(), problem.getMessage(), problem.details());
        return new UploadedFile(null, null, fileName, null, null, null, null, null, null, null, null, refusal);
    }
}
