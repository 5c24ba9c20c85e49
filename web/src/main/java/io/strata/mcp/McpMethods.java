package io.strata.mcp;

import io.strata.common.ThrowableMapper;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.stream.Stream;

/** The methods of the protocol, on behalf of the present caller. */
@ApplicationScoped
class McpMethods {

    private static final long LISTS_STAY_MILLIS = 300_000;
    private static final String SERVER_INFO = "io.modelcontextprotocol/serverInfo";
    private static final String INSTRUCTIONS = """
            Strata is a work graph: projects are trees of components and issues, linked with each other. list_projects says \
            where you may look; next_work finds something to do, claim_work takes it on, report_progress and complete_work \
            tell how it goes. Nodes are named by id or by short id (SHOP-7). What does not exist for you may be hidden.""";

    @Inject
    ReadingTools reading;

    @Inject
    WritingTools writing;

    @Inject
    WorkTools working;

    @Inject
    NodeResources resources;

    private Toolbox all;
    private Toolbox readOnly;

    @PostConstruct
    void fill() {
        all = new Toolbox(Stream.of(reading.tools(), writing.tools(), working.tools())
                .flatMap(tools -> tools.stream())
                .toList());
        readOnly = new Toolbox(reading.tools());
    }

    /** What an endpoint offers. */
    Toolbox toolbox(boolean onlyReading) {
        return onlyReading ? readOnly : all;
    }

    /**
     * Answers a request of the stateless revision.
     *
     * @throws RpcError when it cannot be answered
     */
    JsonObject answer(RpcRequest request, Toolbox tools) {
        JsonObjectBuilder result = switch (request.method()) {
            case "server/discover" ->
                lasting(describe().add("supportedVersions", Json.createArrayBuilder(Revision.all())));
            case "tools/list", "resources/templates/list" -> lasting(result(request, tools));
            case "resources/list" -> fleeting(result(request, tools));
            case "resources/read" -> fleeting(read(request, RpcError.INVALID_PARAMS));
            case "tools/call" -> result(request, tools);
            default ->
                throw new RpcError(404, RpcError.METHOD_NOT_FOUND, "There is no method " + request.method() + ".");
        };
        return result.add("resultType", "complete")
                .add("_meta", Json.createObjectBuilder().add(SERVER_INFO, serverInfo()))
                .build();
    }

    /**
     * Answers a request of a revision with a handshake.
     *
     * @throws RpcError when it cannot be answered
     */
    JsonObject answerAfterHandshake(RpcRequest request, Toolbox tools) {
        return switch (request.method()) {
            case "initialize" ->
                describe()
                        .add("protocolVersion", Revision.agreed(request.text("protocolVersion")))
                        .add("serverInfo", serverInfo())
                        .build();
            case "ping" -> JsonObject.EMPTY_JSON_OBJECT;
            case "tools/list", "tools/call", "resources/list", "resources/templates/list" ->
                result(request, tools).build();
            case "resources/read" -> read(request, RpcError.RESOURCE_NOT_FOUND).build();
            default ->
                throw new RpcError(200, RpcError.METHOD_NOT_FOUND, "There is no method " + request.method() + ".");
        };
    }

    private JsonObjectBuilder result(RpcRequest request, Toolbox tools) {
        return switch (request.method()) {
            case "tools/list" -> Json.createObjectBuilder().add("tools", tools.definitions());
            case "tools/call" -> call(request, tools);
            case "resources/list" -> Json.createObjectBuilder().add("resources", resources.list());
            default -> Json.createObjectBuilder().add("resourceTemplates", resources.templates());
        };
    }

    private JsonObjectBuilder call(RpcRequest request, Toolbox tools) {
        String name = request.text("name");
        Tool<?, ?> tool = tools.find(name)
                .orElseThrow(() -> new RpcError(200, RpcError.INVALID_PARAMS, "There is no tool " + name + "."));
        try {
            String answer = tool.call(request.object("arguments"));
            return content(answer).add("structuredContent", parse(answer)).add("isError", false);
        } catch (RuntimeException failure) {
            return content(inWords(failure)).add("isError", true);
        }
    }

    private JsonObjectBuilder read(RpcRequest request, int codeWhenAbsent) {
        String uri = request.text("uri");
        JsonObject found = resources
                .read(uri)
                .orElseThrow(() -> new RpcError(
                        200,
                        codeWhenAbsent,
                        "Resource not found",
                        Json.createObjectBuilder()
                                .add("uri", String.valueOf(uri))
                                .build()));
        return Json.createObjectBuilder()
                .add("contents", Json.createArrayBuilder().add(found));
    }

    /** What is wrong, in the envelope of the API: who calls a tool reads it and can do better. */
    private static String inWords(RuntimeException failure) {
        try (Response mapped = new ThrowableMapper().toResponse(failure)) {
            return (String) mapped.getEntity();
        }
    }

    private static JsonObjectBuilder content(String text) {
        JsonArrayBuilder content = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("type", "text").add("text", text));
        return Json.createObjectBuilder().add("content", content);
    }

    private static JsonObjectBuilder describe() {
        return Json.createObjectBuilder()
                .add(
                        "capabilities",
                        Json.createObjectBuilder()
                                .add("tools", JsonObject.EMPTY_JSON_OBJECT)
                                .add("resources", JsonObject.EMPTY_JSON_OBJECT))
                .add("instructions", INSTRUCTIONS);
    }

    private static JsonObjectBuilder serverInfo() {
        return Json.createObjectBuilder()
                .add("name", "strata")
                .add("title", "Strata")
                .add("version", "1");
    }

    /** The same for everybody, for as long as the server is not replaced. */
    private static JsonObjectBuilder lasting(JsonObjectBuilder result) {
        return result.add("ttlMs", LISTS_STAY_MILLIS).add("cacheScope", "public");
    }

    private static JsonObjectBuilder fleeting(JsonObjectBuilder result) {
        return result.add("ttlMs", 0).add("cacheScope", "private");
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
