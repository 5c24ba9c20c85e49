package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;

/** In which order documents are listed; those that are alike in the order of their coming. */
public record DocumentOrder(DocumentSort sort, boolean ascending) {

    /** The latest first. */
    public static final DocumentOrder NEWEST_FIRST = new DocumentOrder(DocumentSort.CREATED, false);

    /**
     * Reads an order as callers ask for it.
     *
     * @param sort {@code null} for the time of coming
     * @param direction asc or desc; {@code null} for the one that people expect
     * @throws ProblemException validation, when it is none
     */
    public static DocumentOrder read(String sort, String direction) {
        DocumentSort by =
                sort == null ? DocumentSort.CREATED : LowerCaseEnumAdapter.read(DocumentSort.class, "sort", sort);
        if (direction == null) {
            return new DocumentOrder(by, by.usuallyAscending());
        }
        return switch (direction) {
            case "asc" -> new DocumentOrder(by, true);
            case "desc" -> new DocumentOrder(by, false);
            default -> throw ProblemException.validation("order", "must be asc or desc");
        };
    }
}
