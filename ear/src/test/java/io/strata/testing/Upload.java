package io.strata.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A form with files (RFC 7578), as a browser sends it. */
public final class Upload {

    private static final String BOUNDARY = "strata-test-boundary-7d81b516112482";

    private final List<byte[]> parts = new ArrayList<>();

    /** Adds a file. */
    public Upload file(String name, String mediaType, byte[] content) {
        return part("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: " + mediaType, content);
    }

    /** Adds a field. */
    public Upload field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    private Upload part(String header, byte[] content) {
        parts.add(bytes("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + header + "\r\n\r\n"));
        parts.add(content);
        parts.add(bytes("\r\n"));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    BodyPublisher body() {
        List<byte[]> all = new ArrayList<>(parts);
        all.add(bytes("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.ofByteArrays(all);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
