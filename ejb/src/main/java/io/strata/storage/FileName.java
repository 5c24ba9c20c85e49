package io.strata.storage;

import io.strata.common.ProblemException;
import java.text.Normalizer;
import java.util.Locale;

/** The names of files that people send, made harmless. */
public final class FileName {

    private static final int LONGEST = 255;

    private FileName() {}

    /**
     * The last part of a path, whatever system it comes from, in composed form, without characters that cannot be seen
     * or that turn the direction of writing, and without dots at its end, which some systems drop.
     *
     * @throws ProblemException validation, when nothing is left of it or it is too long
     */
    public static String safe(String fileName) {
        String given = fileName == null ? "" : fileName;
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String visible = last.codePoints()
                .filter(FileName::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String clean = Normalizer.normalize(visible, Normalizer.Form.NFC)
                .replaceAll("[\\s.]+$", "")
                .strip();
        if (clean.isEmpty()) {
            throw ProblemException.validation("file", "needs a file name");
        }
        if (clean.length() > LONGEST) {
            throw ProblemException.validation("file", "the file name must have at most " + LONGEST + " characters");
        }
        return clean;
    }

    /** What stands behind the last dot, in lower case; empty when there is nothing. */
    public static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 1 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
