package io.strata.storage;

import java.nio.charset.StandardCharsets;

/** Tells a browser what to do with a file and what to call it (RFC 6266), without trusting either. */
final class ContentDisposition {

    private static final String UNRESERVED = "-._~!#$&+^`|";

    private ContentDisposition() {}

    /** To be shown, or else to be saved. */
    static String of(String fileName, boolean show) {
        String kind = show ? "inline" : "attachment";
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
