package io.strata.fuzz;

import io.strata.testing.Api;
import io.strata.testing.Contract;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Requests for an operation: mostly as it is described, at times broken. */
final class Requests {

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig().withNullValues(true));

    private static final List<String> BROKEN = List.of(
            "",
            "{",
            "[]",
            "null",
            "true",
            "\"text\"",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"a\":1}{\"b\":2}",
            "\ufeff{}",
            "[".repeat(2_000),
            "{\"a\":".repeat(500),
            "{\"name\":1e999999,\"title\":-,}",
            "\u0000\u0001\u0002");

    private static final List<String> TYPES =
            List.of("text/plain", "application/xml", "application/json; charset=utf-16", "multipart/form-data", "x");

    private final Values values;
    private final Contract contract;
    private final Random random;

    Requests(Contract contract, Random random, Map<String, List<String>> known) {
        this.contract = contract;
        this.random = random;
        this.values = new Values(contract, random, known);
    }

    /**
     * A request.
     *
     * @param oddity one value in so many is not what it should be; 0 for none
     */
    HttpRequest.Builder make(Contract.Operation operation, Api caller, int oddity) {
        String path = operation.path();
        List<String> query = new ArrayList<>();
        List<String[]> headers = new ArrayList<>();
        for (JsonNode given : operation.description().path("parameters")) {
            JsonNode parameter = contract.resolve(given);
            String name = parameter.path("name").asString();
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", segment(parameter, name, oddity));
                case "query" -> query(parameter, name, oddity, query);
                default -> header(parameter, name, oddity, headers);
            }
        }
        if (isOdd(oddity * 3)) {
            query.add("filler=" + "z".repeat(3_000));
        }
        HttpRequest.Builder request =
                caller.request("/" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)));
        headers.forEach(header -> request.header(header[0], header[1]));
        return body(operation, request, oddity);
    }

    private String segment(JsonNode parameter, String name, int oddity) {
        String text = text(values.of(parameter.path("schema"), name, oddity));
        String segment = encoded(text.length() > 1_000 ? text.substring(0, 1_000) : text);
        return segment.isEmpty() || segment.equals(".") || segment.equals("..") ? "%20" : segment;
    }

    private void query(JsonNode parameter, String name, int oddity, List<String> query) {
        if (random.nextInt(4) > 0 && !parameter.path("required").asBoolean(false)) {
            return;
        }
        String text = text(values.of(parameter.path("schema"), name, oddity));
        query.add(name + "=" + encoded(text.length() > 4_000 ? text.substring(0, 4_000) : text));
    }

    private void header(JsonNode parameter, String name, int oddity, List<String[]> headers) {
        if (random.nextInt(8) > 0) {
            return;
        }
        String text = text(values.of(parameter.path("schema"), name, oddity))
                .replaceAll("[^\\x20-\\x7e]", "?")
                .strip();
        headers.add(new String[] {name, text.length() > 300 ? text.substring(0, 300) : text});
    }

    private HttpRequest.Builder body(Contract.Operation operation, HttpRequest.Builder request, int oddity) {
        JsonNode content = operation.description().path("requestBody").path("content");
        if (isOdd(oddity)) {
            request.header("Content-Type", TYPES.get(random.nextInt(TYPES.size())));
            return request.method(operation.method(), BodyPublishers.ofString(broken()));
        }
        if (content.isMissingNode()) {
            return request.method(operation.method(), BodyPublishers.noBody());
        }
        if (content.has("multipart/form-data")) {
            request.header("Content-Type", "multipart/form-data; boundary=fuzz");
            return request.method(operation.method(), BodyPublishers.ofString(form()));
        }
        request.header("Content-Type", "application/json");
        String json = isOdd(oddity)
                ? broken()
                : JSON.toJson(values.of(content.path("application/json").path("schema"), "", oddity));
        return request.method(operation.method(), BodyPublishers.ofString(json));
    }

    private String form() {
        return "--fuzz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f" + random.nextInt(1_000)
                + ".txt\"\r\nContent-Type: text/plain\r\n\r\nWords " + random.nextInt()
                + "\r\n--fuzz" + (random.nextInt(5) == 0 ? "" : "--\r\n");
    }

    private String broken() {
        return BROKEN.get(random.nextInt(BROKEN.size()));
    }

    private boolean isOdd(int oddity) {
        return oddity > 0 && random.nextInt(oddity) == 0;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : String.valueOf(value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
