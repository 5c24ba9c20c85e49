package io.strata.common;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;

/** JSON that somebody else has written, before it is read as a value. */
public final class ForeignJson {

    private static final int DEEPEST = 200;

    private ForeignJson() {}

    /**
     * Requires that a text is JSON from its beginning to its end. What is read as a value skips what it does not know, and
     * where the end of that is missing the server's parser (Parsson) skips for ever: one thread for each such text.
     *
     * @throws JsonException when it is not, or is nested deeper than anything that is asked for
     */
    public static void requireWhole(String text) {
        int depth = 0;
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                depth += switch (parser.next()) {
                    case START_OBJECT, START_ARRAY -> 1;
                    case END_OBJECT, END_ARRAY -> -1;
                    default -> 0;
                };
                if (depth > DEEPEST) {
                    throw new JsonException("it is nested too deeply");
                }
            }
        }
        if (depth > 0) {
            throw new JsonException("it ends too early");
        }
    }
}
