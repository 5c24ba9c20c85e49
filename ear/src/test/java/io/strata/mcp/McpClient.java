package io.strata.mcp;

import static io.strata.testing.Api.object;

import io.strata.testing.Api;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The official client of the protocol, in a process of Node's. */
final class McpClient implements AutoCloseable {

    /** The revisions before the stateless one, as the client itself agrees on one of them. */
    static final String WITH_HANDSHAKE = "legacy";

    static final String STATELESS = "2026-07-28";

    private static final Path FOLDER = Path.of(System.getProperty("strata.checkout"), "ear/target/mcp-client");
    private static final Jsonb JSON = JsonbBuilder.create();

    private final Process process;
    private final BufferedWriter orders;
    private final BufferedReader answers;
    private final JsonObject connection;

    /**
     * Connects.
     *
     * @param api whose token is used
     * @param endpoint for example {@code //mcp}
     */
    McpClient(Api api, String endpoint, String revision) {
        ProcessBuilder builder = new ProcessBuilder("node", "client.mjs")
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "MCP_URL",
                        api.address(endpoint).toString(),
                        "MCP_TOKEN",
                        api.token(),
                        "MCP_REVISION",
                        revision));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        orders = process.outputWriter();
        answers = process.inputReader();
        connection = answer();
    }

    /** What has come of connecting. */
    JsonObject connection() {
        return connection;
    }

    /** Calls a tool with names and values in turn, and expects that it is done. */
    JsonObject call(String tool, Object... arguments) {
        JsonObject result = result(order("callTool", object("name", tool, "arguments", object(arguments))));
        if (result.getBoolean("isError", false)) {
            throw new AssertionError(tool + " went wrong: " + result);
        }
        return result.getJsonObject("structuredContent");
    }

    /** Calls a tool and expects that it is refused: the error, as the API has it. */
    JsonObject refused(String tool, Object... arguments) {
        JsonObject result = result(order("callTool", object("name", tool, "arguments", object(arguments))));
        if (!result.getBoolean("isError", false)) {
            throw new AssertionError(tool + " was not refused: " + result);
        }
        return parse(result.getJsonArray("content").getJsonObject(0).getString("text"))
                .getJsonObject("error");
    }

    /** Lets the client do something and expects that it goes well. */
    JsonObject done(String what, Map<String, Object> with) {
        return result(order(what, with));
    }

    /** Lets the client do something and expects that it fails. */
    JsonObject failed(String what, Map<String, Object> with) {
        JsonObject answer = order(what, with);
        if (!answer.containsKey("failure")) {
            throw new AssertionError(what + " has not failed: " + answer);
        }
        return answer.getJsonObject("failure");
    }

    private static JsonObject result(JsonObject answer) {
        if (!answer.containsKey("result")) {
            throw new AssertionError("the client has failed: " + answer);
        }
        return answer.getJsonObject("result");
    }

    private JsonObject order(String what, Map<String, Object> with) {
        try {
            orders.write(JSON.toJson(object("do", what, "with", with)));
            orders.newLine();
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer();
    }

    private JsonObject answer() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new AssertionError("the client has ended");
            }
            return parse(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
