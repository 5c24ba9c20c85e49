package io.strata.mcp;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.io.InputStream;

/**
 * A message of JSON-RPC 2.0.
 *
 * @param id {@code null} for what wants no answer
 * @param method {@code null} for an answer to something, which this server never asks
 */
record RpcRequest(JsonValue id, String method, JsonObject params) {

    /**
     * Reads a message.
     *
     * @throws RpcError when it is none
     */
    static RpcRequest read(InputStream body) {
        JsonValue message;
        try (JsonReader reader = Json.createReader(body)) {
            message = reader.readValue();
        } catch (JsonException e) {
            throw new RpcError(400, RpcError.PARSE_ERROR, "The body is not JSON.");
        }
        if (message.getValueType() != ValueType.OBJECT) {
            throw invalid("The body must be one message.");
        }
        JsonObject object = message.asJsonObject();
        if (!(object.get("jsonrpc") instanceof JsonString version)
                || !version.getString().equals("2.0")) {
            throw invalid("jsonrpc must be 2.0.");
        }
        if (!object.containsKey("method") && (object.containsKey("result") || object.containsKey("error"))) {
            return new RpcRequest(null, null, JsonValue.EMPTY_JSON_OBJECT);
        }
        if (!(object.get("method") instanceof JsonString method)) {
            throw invalid("method is required.");
        }
        JsonValue id = object.get("id");
        if (id != null && !(id instanceof JsonString) && !(id instanceof JsonNumber number && number.isIntegral())) {
            throw invalid("id must be a text or a whole number.");
        }
        JsonValue params = object.getOrDefault("params", JsonValue.EMPTY_JSON_OBJECT);
        if (params.getValueType() != ValueType.OBJECT) {
            throw invalid("params must be an object.");
        }
        return new RpcRequest(id, method.getString(), params.asJsonObject());
    }

    /** Whether somebody waits for an answer. */
    boolean wantsAnswer() {
        return id != null;
    }

    /** A text among the parameters; {@code null} when there is none. */
    String text(String name) {
        return params.get(name) instanceof JsonString text ? text.getString() : null;
    }

    /** An object among the parameters; empty when there is none. */
    JsonObject object(String name) {
        JsonValue value = params.get(name);
        return value != null && value.getValueType() == ValueType.OBJECT
                ? value.asJsonObject()
                : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static RpcError invalid(String message) {
        return new RpcError(400, RpcError.INVALID_REQUEST, message);
    }
}
