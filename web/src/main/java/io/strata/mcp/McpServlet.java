package io.strata.mcp;

import io.strata.access.CurrentCaller;
import io.strata.accounts.RequestOrigin;
import io.strata.common.CrossOrigin;
import io.strata.common.ProblemResponse;
import io.strata.common.ProblemType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The endpoints of the Model Context Protocol over Streamable HTTP. Each message is a POST of its own, answered with one
 * JSON object; there are no sessions and no streams. A bearer token is required, never a cookie, so that no page that a
 * person visits can call here with their sign-in.
 */
@WebServlet({McpServlet.EVERYTHING, McpServlet.READ_ONLY})
public class McpServlet extends HttpServlet {

    static final String EVERYTHING = "/mcp";
    static final String READ_ONLY = "/mcp/readonly";

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    @Inject
    private transient McpMethods methods;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (RequestOrigin.isForeign(request) && !CrossOrigin.isAllowed(request.getHeader("Origin"))) {
            ProblemResponse.send(response, ProblemType.FORBIDDEN, "Pages of other sites may not call here.");
        } else if (!isAuthenticated(request)) {
            response.setHeader("WWW-Authenticate", challenge(request));
            ProblemResponse.send(response, ProblemType.UNAUTHENTICATED, "Send a bearer token.");
        } else if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            ProblemResponse.send(response, ProblemType.METHOD_NOT_ALLOWED, "Messages are sent with POST.");
        } else if (request.getContentType() == null || !request.getContentType().startsWith(JSON)) {
            ProblemResponse.send(response, ProblemType.UNSUPPORTED_MEDIA_TYPE, "Messages are JSON.");
        } else {
            exchange(request, response);
        }
    }

    private void exchange(HttpServletRequest http, HttpServletResponse response) throws IOException {
        RpcRequest request = null;
        try {
            request = RpcRequest.read(http.getInputStream());
            if (!request.wantsAnswer()) {
                response.setStatus(HttpServletResponse.SC_ACCEPTED);
                return;
            }
            Toolbox tools = methods.toolbox(http.getServletPath().equals(READ_ONLY));
            JsonObject result = new McpExchange(request, http::getHeader).isStateless()
                    ? methods.answer(request, tools)
                    : methods.answerAfterHandshake(request, tools);
            send(response, HttpServletResponse.SC_OK, message(request).add("result", result));
        } catch (RpcError error) {
            send(response, error.status(), message(request).add("error", error.asJson()));
        }
    }

    private static boolean isAuthenticated(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                && CurrentCaller.find().isPresent();
    }

    /** RFC 6750, section 3: why a token that was sent is not enough is said, and nothing when none was. */
    private static String challenge(HttpServletRequest request) {
        return request.getHeader("Authorization") == null
                ? "Bearer realm=\"Strata\""
                : "Bearer realm=\"Strata\", error=\"invalid_token\", error_description=\"The token is not valid.\"";
    }

    private static JsonObjectBuilder message(RpcRequest request) {
        JsonObjectBuilder message = Json.createObjectBuilder().add("jsonrpc", "2.0");
        return request == null || request.id() == null ? message : message.add("id", request.id());
    }

    private static void send(HttpServletResponse response, int status, JsonObjectBuilder message) throws IOException {
        response.setStatus(status);
        response.setContentType(JSON);
        response.getOutputStream().write(message.build().toString().getBytes(StandardCharsets.UTF_8));
    }
}
