package io.strata.requests;

/** Ends the transaction of a request whose answer tells of no success: nothing of it remains but the answer. */
final class Unsuccessful extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient HeldAnswer answer;

    /**
     * The end.
     *
     * @param failure what has led to the answer, as far as it is known
     */
    Unsuccessful(HeldAnswer answer, Throwable failure) {
        super("the request was answered with " + answer.getStatus(), failure, false, false);
        this.answer = answer;
    }

    HeldAnswer answer() {
        return answer;
    }
}
