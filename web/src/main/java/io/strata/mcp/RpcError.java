package io.strata.mcp;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A request that the protocol itself refuses, with the code of JSON-RPC 2.0 or of the protocol's own range. */
final class RpcError extends RuntimeException {

    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int METHOD_NOT_FOUND = -32601;
    static final int INVALID_PARAMS = -32602;

    /** Of the revisions with a handshake; later it is one of the invalid parameters. */
    static final int RESOURCE_NOT_FOUND = -32002;

    static final int HEADER_MISMATCH = -32020;
    static final int UNSUPPORTED_REVISION = -32022;

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final transient JsonObject data;

    /**
     * A refusal.
     *
     * @param status of the HTTP answer
     */
    RpcError(int status, int code, String message) {
        this(status, code, message, null);
    }

    RpcError(int status, int code, String message, JsonObject data) {
        super(message);
        this.status = status;
        this.code = code;
        this.data = data;
    }

    int status() {
        return status;
    }

    JsonObject asJson() {
        JsonObjectBuilder error = Json.createObjectBuilder().add("code", code).add("message", getMessage());
        if (data != null) {
            error.add("data", data);
        }
        return error.build();
    }
}
