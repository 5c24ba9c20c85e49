package io.strata.storage;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of objects: {@code {owner}/{document}/{uuid}{extension}}. The name a person gave the file never becomes part of
 * a key, only its extension, and only when that is short and harmless.
 */
public final class ObjectKey {

    /**
     * How the keys of all objects begin that are no documents. They come after those of documents, which begin with a
     * hexadecimal digit.
     */
    public static final String BEHIND_DOCUMENTS = "strata-";

    private static final Pattern EXTENSION = Pattern.compile(".*[^.](\\.[A-Za-z0-9]{1,10})");

    private ObjectKey() {}

    /** Returns a key that was never used before for the document. */
    public static String of(UUID owner, UUID document, String fileName) {
        return owner + "/" + document + "/" + UUID.randomUUID() + extension(fileName);
    }

    /** The extension with its dot in lower case, or nothing when the name has none that is safe to use. */
    public static String extension(String fileName) {
        Matcher matcher = EXTENSION.matcher(fileName);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
