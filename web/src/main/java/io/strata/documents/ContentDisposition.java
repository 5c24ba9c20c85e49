package io.strata.documents;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Tells a browser what to do with a file and what to call it (RFC 6266), without trusting either. */
final class ContentDisposition {

    /** Types that a browser shows without running anything. */
    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");

    private static final String UNRESERVED = "-._~!#$&+^`|";

    private ContentDisposition() {}

    /** To be shown when that was asked for and cannot do harm, else to be saved. */
    static String of(String fileName, String mimeType, boolean show) {
        String kind = show && HARMLESS.contains(mimeType) ? "inline" : "attachment";
        return kind + "; filename=\"" + ascii(fileName) + "\"; filename*=UTF-8''" + encoded(fileName);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
    }

    /** RFC 8187: everything but a few characters as percent-encoded UTF-8. */
    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xff);
            boolean plain =
                    character < 128 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
            encoded.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return encoded.toString();
    }
}
