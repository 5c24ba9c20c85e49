package io.strata.documents.extraction;

/** Why a file has no text, each in a sentence for the person who uploaded it. */
public enum ExtractionFailure {
    EMPTY("The file is empty."),
    ENCRYPTED("The file is encrypted: remove its password and upload it again."),
    DAMAGED("The file is damaged and cannot be read."),
    MISLABELLED("The file is not what its name says."),
    TOO_DEEP("The file holds more files within files, or unpacks to more data, than Strata reads."),
    TIMED_OUT("Reading the file took too long."),
    OUT_OF_MEMORY("Reading the file needs more memory than Strata gives it."),
    CRASHED("The program that reads the file crashed on it."),
    MISSING("The file is no longer in the object store."),
    ALTERED("The object store holds other bytes than were uploaded.");

    private final String sentence;

    ExtractionFailure(String sentence) {
        this.sentence = sentence;
    }

    /** What happened and, where there is something, what to do. */
    public String sentence() {
        return sentence;
    }
}
