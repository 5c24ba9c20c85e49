package io.strata.documents;

/** What a list of documents can be sorted by. */
public enum DocumentSort {
    CREATED("d.id", "uuid", false),
    TITLE("lower(d.title)", "text", true),
    SIZE("d.size_bytes", "bigint", false),
    UPDATED("d.updated_at", "timestamptz", false);

    private final String expression;
    private final String type;
    private final boolean usuallyAscending;

    DocumentSort(String expression, String type, boolean usuallyAscending) {
        this.expression = expression;
        this.type = type;
        this.usuallyAscending = usuallyAscending;
    }

    /** Whether people expect the smallest first. */
    boolean usuallyAscending() {
        return usuallyAscending;
    }

    String expression() {
        return expression;
    }

    /** Its type in SQL. */
    String type() {
        return type;
    }
}
