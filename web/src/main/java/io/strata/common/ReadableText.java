package io.strata.common;

import io.strata.common.ProblemException.FieldProblem;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses what no service should have to think of: JSON that is not whole ({@link ForeignJson}) or not in UTF-8, in which it
 * is read; and the one character that PostgreSQL keeps in no text, wherever a request has it, saying where that is.
 */
@Provider
public class ReadableText implements ContainerRequestFilter, ReaderInterceptor {

    private static final String ESCAPED = "\\u0000";
    private static final String MESSAGE = "must not contain control characters";

    @Override
    public void filter(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (values.stream().anyMatch(ReadableText::isIn)) {
                throw ProblemException.validation(name.replace("\0", ""), MESSAGE);
            }
        });
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(body.getMediaType())) {
            requireUtf8(body.getMediaType());
            byte[] bytes = body.getInputStream().readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                ForeignJson.requireWhole(text);
            }
            if (text.contains(ESCAPED)) {
                refuse(bytes);
            }
            body.setInputStream(new ByteArrayInputStream(bytes));
        }
        return body.proceed();
    }

    private static void requireUtf8(MediaType type) {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new NotSupportedException("JSON is in UTF-8");
        }
    }

    /** Looks closer: a backslash before the escape makes it ordinary text. */
    private static void refuse(byte[] json) {
        List<FieldProblem> problems = new ArrayList<>();
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            find(reader.readValue(), "", problems);
        } catch (JsonException e) {
            return; // who reads it as what is expected says what is wrong
        }
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
    }

    private static void find(JsonValue value, String place, List<FieldProblem> problems) {
        if (value instanceof JsonString text && isIn(text.getString())) {
            problems.add(new FieldProblem(place, MESSAGE));
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                find(array.get(i), place + "[" + i + "]", problems);
            }
        } else if (value instanceof JsonObject object) {
            object.forEach((name, field) -> {
                String where = (place.isEmpty() ? "" : place + ".") + name.replace("\0", "");
                if (isIn(name)) {
                    problems.add(new FieldProblem(where, MESSAGE));
                }
                find(field, where, problems);
            });
        }
    }

    private static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }
}
