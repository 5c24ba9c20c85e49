package io.strata.screens;

import io.strata.common.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** Writes JSON for people: a line per value. */
@Named("json")
@ApplicationScoped
public class PrettyJson {

    /** A JSON text or any value, indented; empty when there is none. */
    public String pretty(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof String given ? given : Json.write(value);
        StringWriter written = new StringWriter();
        try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text));
                JsonWriter writer = jakarta.json.Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(written)) {
            JsonStructure structure = reader.read();
            writer.write(structure);
        }
        return written.toString().strip();
    }
}
