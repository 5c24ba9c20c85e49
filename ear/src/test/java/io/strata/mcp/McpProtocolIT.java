package io.strata.mcp;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol asks of a server over HTTP, message by message. */
@AgainstStrata
class McpProtocolIT {

    private static final Jsonb JSON = JsonbBuilder.create();
    private static final String STATELESS = "2026-07-28";
    private static final String META = "io.modelcontextprotocol/";

    private final World world;

    McpProtocolIT(World world) {
        this.world = world;
    }

    @ParameterizedTest
    @ValueSource(strings = {"//mcp", "//mcp/readonly"})
    void letsNobodyInWithoutAToken(String endpoint) {
        Answer without =
                send(world.anonymous(), endpoint, "tools/list", Map.of()).mustBe(401);
        Answer wrong = send(world.with("no-such-token"), endpoint, "tools/list", Map.of())
                .mustBe(401);

        assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"Strata\"");
        assertThat(without.errorCode()).isEqualTo("unauthenticated");
        assertThat(wrong.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void takesNoCookieForAToken() {
        String token = world.signIn().mustBe(200).text("token");
        HttpRequest.Builder request = world.anonymous()
                .request("//mcp")
                .header("Cookie", "strata_session=" + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));

        world.anonymous().send(request).mustBe(401);
    }

    @Test
    void isForPagesOfSitesThatAreAllowedOnly() {
        Api api = world.administrator();
        String own = api.address("//").toString().replaceAll("/$", "");

        api.send(message("tools/list", Map.of(), STATELESS).header("Origin", "https://evil.example"))
                .mustBe(403);
        api.send(message("tools/list", Map.of(), STATELESS).header("Origin", "null"))
                .mustBe(403);
        api.send(message("tools/list", Map.of(), STATELESS).header("Origin", own))
                .mustBe(200);
        api.send(message("tools/list", Map.of(), STATELESS).header("Origin", "https://tools.example.com"))
                .mustBe(200);
    }

    @Test
    void hasNoStreamsAndNoSessions() {
        Api api = world.administrator();

        assertThat(api.get("//mcp").mustBe(405).header("Allow")).isEqualTo("POST");
        api.delete("//mcp").mustBe(405);
        Answer list = send(api, "//mcp", "tools/list", Map.of()).mustBe(200);
        assertThat(list.header("Mcp-Session-Id")).isNull();
        assertThat(list.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void saysWhatItSpeaks() {
        JsonObject result = send(world.administrator(), "//mcp", "server/discover", Map.of())
                .mustBe(200)
                .json()
                .getJsonObject("result");

        assertThat(result.getJsonArray("supportedVersions").toString())
                .isEqualTo("[\"2026-07-28\",\"2025-11-25\",\"2025-06-18\"]");
        assertThat(result.getString("resultType")).isEqualTo("complete");
        assertThat(result.getJsonObject("capabilities")).containsOnlyKeys("tools", "resources");
        assertThat(result.getInt("ttlMs")).isPositive();
        assertThat(result.getJsonObject("_meta")
                        .getJsonObject(META + "serverInfo")
                        .getString("name"))
                .isEqualTo("strata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-06-18", "2025-11-25", "1999-01-01"})
    void shakesHandsWithOlderClients(String requested) {
        Answer answer = world.administrator()
                .send(plain("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\""
                        + requested + "\",\"capabilities\":{},\"clientInfo\":{\"name\":\"old\",\"version\":\"1\"}}}"))
                .mustBe(200);

        assertThat(answer.json().getJsonObject("result").getString("protocolVersion"))
                .isEqualTo(requested.startsWith("1999") ? "2025-11-25" : requested);
        world.administrator()
                .send(plain("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                        .header("MCP-Protocol-Version", "2025-11-25"))
                .mustBe(202);
        Answer ping = world.administrator()
                .send(plain("{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"ping\"}")
                        .header("MCP-Protocol-Version", "2025-11-25"))
                .mustBe(200);
        assertThat(ping.json().getString("id")).isEqualTo("a");
    }

    @Test
    void namesTheRevisionsItSpeaksToWhoSpeaksAnother() {
        JsonObject error = error(
                world.administrator()
                        .send(message("tools/list", Map.of(), "2031-01-01"))
                        .mustBe(400),
                -32022);

        assertThat(error.getJsonObject("data").getString("requested")).isEqualTo("2031-01-01");
        assertThat(error.getJsonObject("data").getJsonArray("supported").toString())
                .contains(STATELESS);
        error(
                world.administrator()
                        .send(plain("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                                .header("MCP-Protocol-Version", "1999-01-01"))
                        .mustBe(400),
                -32022);
    }

    @Test
    void refusesHeadersThatDoNotSayWhatTheBodySays() {
        Api api = world.administrator();
        String body = body("tools/call", object("name", "list_projects", "arguments", Map.of()), STATELESS);

        error(api.send(plain(body)).mustBe(400), -32020);
        error(api.send(plain(body).header("MCP-Protocol-Version", "2025-11-25")).mustBe(400), -32020);
        error(
                api.send(plain(body).header("MCP-Protocol-Version", STATELESS).header("Mcp-Method", "tools/list"))
                        .mustBe(400),
                -32020);
        error(
                api.send(plain(body)
                                .header("MCP-Protocol-Version", STATELESS)
                                .header("Mcp-Method", "tools/call")
                                .header("Mcp-Name", "delete_node"))
                        .mustBe(400),
                -32020);
        String encoded = Base64.getEncoder().encodeToString("list_projects".getBytes(StandardCharsets.UTF_8));
        api.send(plain(body)
                        .header("MCP-Protocol-Version", STATELESS)
                        .header("Mcp-Method", "tools/call")
                        .header("Mcp-Name", "=?base64?" + encoded + "?="))
                .mustBe(200);
        error(
                api.send(plain("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}"))
                        .mustBe(400),
                -32020);
        error(
                api.send(plain("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}")
                                .header("MCP-Protocol-Version", STATELESS))
                        .mustBe(400),
                -32602);
    }

    @Test
    void refusesWhatIsNoMessage() {
        Api api = world.administrator();

        error(api.send(plain("{not json")).mustBe(400), -32700);
        error(api.send(plain("[]")).mustBe(400), -32600);
        error(api.send(plain("{\"id\":1,\"method\":\"ping\"}")).mustBe(400), -32600);
        error(
                api.send(plain("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}"))
                        .mustBe(400),
                -32600);
        error(send(api, "//mcp", "tools/destroy", Map.of()).mustBe(404), -32601);
        api.send(api.request("//mcp").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")))
                .mustBe(415);
    }

    @Test
    void saysInTheCodeOfTheRevisionThatAResourceIsNotThere() {
        Api api = world.administrator();
        Map<String, Object> nowhere = object("uri", "strata://nodes/NOWHERE-1");

        error(send(api, "//mcp", "resources/read", nowhere).mustBe(200), -32602);
        error(
                api.send(plain(
                                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"x:y\"}}")
                                .header("MCP-Protocol-Version", "2025-11-25"))
                        .mustBe(200),
                -32002);
    }

    private static JsonObject error(Answer answer, int code) {
        JsonObject error = answer.json().getJsonObject("error");
        assertThat(error.getInt("code")).as(answer.toString()).isEqualTo(code);
        return error;
    }

    private static Answer send(Api api, String endpoint, String method, Map<String, Object> params) {
        HttpRequest.Builder request = api.request(endpoint)
                .header("Content-Type", "application/json")
                .header("MCP-Protocol-Version", STATELESS)
                .header("Mcp-Method", method)
                .POST(BodyPublishers.ofString(body(method, params, STATELESS)));
        if (params.containsKey("uri")) {
            request.header("Mcp-Name", (String) params.get("uri"));
        }
        return api.send(request);
    }

    /** A message of the administrator's with all that it needs. */
    private HttpRequest.Builder message(String method, Map<String, Object> params, String revision) {
        return plain(body(method, params, revision))
                .header("MCP-Protocol-Version", revision)
                .header("Mcp-Method", method);
    }

    private HttpRequest.Builder plain(String body) {
        return world.administrator()
                .request("//mcp")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private static String body(String method, Map<String, Object> params, String revision) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("_meta", object(META + "protocolVersion", revision, META + "clientCapabilities", Map.of()));
        return JSON.toJson(object("jsonrpc", "2.0", "id", 1, "method", method, "params", all));
    }
}
