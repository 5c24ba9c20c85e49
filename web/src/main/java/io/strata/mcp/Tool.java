package io.strata.mcp;

import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Something that clients can have done.
 *
 * @param input what it takes, a record whose parts say what they are {@link About}
 * @param output what it answers
 * @param work does it on behalf of the present caller
 */
record Tool<I extends Record, O extends Record>(
        String name,
        String title,
        String description,
        Hints hints,
        Class<I> input,
        Class<O> output,
        Function<I, O> work) {

    /** Its definition, as the protocol wants it. */
    JsonObject asJson() {
        return jakarta.json.Json.createObjectBuilder()
                .add("name", name)
                .add("title", title)
                .add("description", description)
                .add("inputSchema", RecordSchema.ofInput(input))
                .add("outputSchema", RecordSchema.ofOutput(output))
                .add("annotations", hints.asJson())
                .build();
    }

    /**
     * Does it.
     *
     * @throws ProblemException also when the arguments are not what the schema says
     */
    String call(JsonObject arguments) {
        return Json.write(work.apply(read(arguments)));
    }

    private I read(JsonObject arguments) {
        RecordComponent[] components = input.getRecordComponents();
        List<String> known = Arrays.stream(components).map(RecordSchema::name).toList();
        Validation validation = new Validation();
        for (RecordComponent component : components) {
            String name = RecordSchema.name(component);
            boolean absent = arguments.getOrDefault(name, JsonValue.NULL) == JsonValue.NULL;
            if (absent && component.getAnnotation(About.class).required()) {
                validation.problem(name, "is required");
            }
        }
        arguments.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> validation.problem(name, "is no argument of " + this.name));
        validation.done();
        try {
            return Json.read(arguments.toString(), input);
        } catch (JsonbException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ProblemException problem) {
                    throw problem;
                }
            }
            throw new ProblemException(
                    ProblemType.BAD_REQUEST, "The arguments cannot be read as the schema of " + name + " says.", e);
        }
    }
}
