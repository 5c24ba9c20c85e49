package io.strata.testing;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What the server has answered. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    /** This answer, if it has a certain status. */
    public Answer mustBe(int expected) {
        if (status != expected) {
            throw new AssertionError("expected " + expected + ", but the answer is " + this);
        }
        return this;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("expected a JSON object, but the answer is " + this, e);
        }
    }

    /** A text of the JSON object; {@code null} when it is absent. */
    public String text(String name) {
        return json().getString(name, null);
    }

    public UUID id() {
        return UUID.fromString(text("id"));
    }

    /** The elements of a list. */
    public List<JsonObject> items() {
        return json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** A text of every element of a list. */
    public List<String> each(String name) {
        return items().stream().map(item -> item.getString(name)).toList();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** The code of the error envelope. */
    public String errorCode() {
        return json().getJsonObject("error").getString("code");
    }

    /** The fields that the error envelope complains about. */
    public List<String> wrongFields() {
        JsonArray details = json().getJsonObject("error").getJsonArray("details");
        return details == null
                ? List.of()
                : Stream.of(details.toArray(JsonValue[]::new))
                        .map(detail -> detail.asJsonObject().getString("field"))
                        .toList();
    }

    @Override
    public String toString() {
        return status + " " + text();
    }
}
