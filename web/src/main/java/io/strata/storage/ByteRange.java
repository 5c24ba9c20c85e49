package io.strata.storage;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a thing of known size (RFC 9110, section 14).
 *
 * @param first index of its first byte
 * @param last index of its last byte, inclusive
 */
record ByteRange(long first, long last) {

    private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads a {@code Range} header. What is no single range of bytes is ignored, as the standard allows.
     *
     * @throws ProblemException range not satisfiable, when it lies outside
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = header == null ? null : FORM.matcher(header.replace(" ", ""));
        if (matcher == null
                || !matcher.matches()
                || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) {
            return suffix(Long.parseLong(matcher.group(2)), size);
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Long.parseLong(matcher.group(2));
        if (last < first && !matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        return satisfiable(first, Math.min(last, size - 1), size);
    }

    private static Optional<ByteRange> suffix(long length, long size) {
        return satisfiable(length == 0 ? size : Math.max(0, size - length), size - 1, size);
    }

    private static Optional<ByteRange> satisfiable(long first, long last, long size) {
        if (first >= size) {
            throw new ProblemException(ProblemType.RANGE_NOT_SATISFIABLE, "The file has only " + size + " bytes.");
        }
        return Optional.of(new ByteRange(first, last));
    }

    /** As a {@code Content-Range} header says it. */
    String contentRange(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }
}
