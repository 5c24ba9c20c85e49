package io.strata.documents.extraction;

/** A file that cannot be read, for a reason that lies in the file: trying again gives the same result. */
public class ExtractionException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExtractionFailure failure;

    /** A failure with its usual sentence. */
    public ExtractionException(ExtractionFailure failure) {
        this(failure, failure.sentence());
    }

    /** A failure with a sentence that says more than the usual one. */
    public ExtractionException(ExtractionFailure failure, String message) {
        super(message);
        this.failure = failure;
    }

    /** The kind of failure. */
    public ExtractionFailure failure() {
        return failure;
    }
}
