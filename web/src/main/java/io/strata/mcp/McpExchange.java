package io.strata.mcp;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/**
 * One request over HTTP: which revision it speaks, and whether its headers say what its body says (Streamable HTTP, in the
 * revision {@value Revision#STATELESS}).
 *
 * @param headers gives a header of the request by name; {@code null} when it is absent
 */
record McpExchange(RpcRequest request, UnaryOperator<String> headers) {

    private static final String META = "io.modelcontextprotocol/";
    private static final String REVISION_HEADER = "MCP-Protocol-Version";
    private static final String ENCODED = "=?base64?";
    private static final String END = "?=";

    /**
     * Whether the request is of the stateless revision; otherwise it is of one with a handshake.
     *
     * @throws RpcError when it is of none that is spoken here, or contradicts itself
     */
    boolean isStateless() {
        String header = headers.apply(REVISION_HEADER);
        JsonObject meta = request.object("_meta");
        if (meta.get(META + "protocolVersion") instanceof JsonString revision) {
            requireSame(REVISION_HEADER, header, revision.getString());
            requireSpoken(revision.getString());
            requireMirrored();
            if (!meta.containsKey(META + "clientCapabilities")) {
                throw new RpcError(400, RpcError.INVALID_PARAMS, META + "clientCapabilities is missing in _meta.");
            }
            return true;
        }
        if (request.method().equals("initialize")) {
            return false;
        }
        if (header == null) {
            throw mismatch("The header " + REVISION_HEADER + " is missing.");
        }
        if (Revision.hasHandshake(header)) {
            return false;
        }
        if (header.equals(Revision.STATELESS)) {
            throw new RpcError(400, RpcError.INVALID_PARAMS, META + "protocolVersion is missing in _meta.");
        }
        throw unsupported(header);
    }

    private static void requireSpoken(String revision) {
        if (!revision.equals(Revision.STATELESS)) {
            throw unsupported(revision);
        }
    }

    private void requireMirrored() {
        requireSame("Mcp-Method", headers.apply("Mcp-Method"), request.method());
        String name = switch (request.method()) {
            case "tools/call" -> request.text("name");
            case "resources/read" -> request.text("uri");
            default -> null;
        };
        if (name != null) {
            requireSame("Mcp-Name", decoded(headers.apply("Mcp-Name")), name);
        }
    }

    private static void requireSame(String name, String header, String body) {
        if (header == null) {
            throw mismatch("The header " + name + " is missing.");
        }
        if (!header.equals(body)) {
            throw mismatch("The header " + name + " does not say what the body says.");
        }
    }

    private static String decoded(String header) {
        if (header == null || !header.startsWith(ENCODED) || !header.endsWith(END)) {
            return header;
        }
        try {
            String text = header.substring(ENCODED.length(), header.length() - END.length());
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw mismatch("The header Mcp-Name cannot be decoded.");
        }
    }

    private static RpcError mismatch(String message) {
        return new RpcError(400, RpcError.HEADER_MISMATCH, message);
    }

    private static RpcError unsupported(String revision) {
        return new RpcError(
                400,
                RpcError.UNSUPPORTED_REVISION,
                "Unsupported protocol version",
                Json.createObjectBuilder()
                        .add("supported", Json.createArrayBuilder(Revision.all()))
                        .add("requested", revision)
                        .build());
    }
}
