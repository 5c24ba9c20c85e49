package io.strata.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the API as the server gives it, and what it promises about every answer: a status that is described,
 * in a media type that is described, of the form that is described.
 */
public final class Contract {

    private static final String DOCUMENT = "https://strata.test/openapi.json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Media types that are no JSON but may carry it or anything else. */
    private static final String ANYTHING = "*/*";

    private final URI server;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private JsonNode document;
    private SchemaRegistry registry;
    private List<Operation> operations;

    Contract(URI server) {
        this.server = server;
    }

    /**
     * Something that can be asked for.
     *
     * @param method in capital letters
     * @param path with its parameters in braces
     */
    public record Operation(String method, String path, JsonNode description) {

        /** Its name for clients. */
        public String id() {
            return description.path("operationId").asString("");
        }

        private boolean matches(String askedMethod, String askedPath) {
            return method.equals(askedMethod) && pattern().matcher(askedPath).matches();
        }

        private Pattern pattern() {
            return Pattern.compile(Arrays.stream(path.split("(?=\\{)|(?<=})"))
                    .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                    .reduce("", String::concat));
        }

        private long parameters() {
            return path.chars().filter(c -> c == '{').count();
        }
    }

    /** All that can be asked for. */
    public synchronized List<Operation> operations() {
        read();
        return operations;
    }

    /** The whole description. */
    public synchronized JsonNode document() {
        read();
        return document;
    }

    /** A part of the description with its reference followed, if it is one. */
    public JsonNode resolve(JsonNode part) {
        String reference = part.path("$ref").asString("");
        return reference.isEmpty() ? part : document().at(reference.substring(1));
    }

    /**
     * Holds an answer against the description. What asks for something that is not described is not held: tests do so on
     * purpose, and there is another one that everything is described.
     *
     * @throws AssertionError saying what is different
     */
    public void hold(String method, URI address, Answer answer) {
        find(method, address.getRawPath()).ifPresent(operation -> {
            List<String> differences = differences(operation, address, answer);
            if (!differences.isEmpty()) {
                throw new AssertionError("The answer to %s %s is not as described: %s%n%s"
                        .formatted(method, address, String.join("; ", differences), shortened(answer)));
            }
        });
    }

    /** In what an answer differs from the description. */
    public List<String> differences(Operation operation, URI address, Answer answer) {
        JsonNode described = resolve(operation.description().path("responses").path(Integer.toString(answer.status())));
        if (described.isMissingNode()) {
            return List.of("the status " + answer.status() + " is not described");
        }
        if (answer.body().length == 0) {
            return described.has("content")
                            && answer.status() < 300
                            && !operation.method().equals("HEAD")
                    ? List.of("there is nothing in it")
                    : List.of();
        }
        String type = Optional.ofNullable(answer.header("Content-Type"))
                .orElse("")
                .split(";")[0]
                .strip();
        Optional<Map.Entry<String, JsonNode>> media = described.path("content").properties().stream()
                .filter(entry -> entry.getKey().split(";")[0].equals(type)
                        || entry.getKey().equals(ANYTHING))
                .findFirst();
        if (media.isEmpty()) {
            return List.of("the media type " + type + " is not described");
        }
        boolean sparse = String.valueOf(address.getRawQuery()).contains("fields=");
        if (!type.equals("application/json")
                || media.get().getKey().equals(ANYTHING)
                || (sparse && answer.status() < 300)) {
            return List.of();
        }
        String reference = media.get().getValue().path("schema").path("$ref").asString("");
        return reference.isEmpty() ? List.of() : differences(reference, answer.text());
    }

    /**
     * In what JSON differs from a schema.
     *
     * @param reference as the description has it: {@code #/components/schemas/…}
     */
    public List<String> differences(String reference, String json) {
        return schemas.computeIfAbsent(reference, this::schema).validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }

    /** The operation that a request is for. */
    public Optional<Operation> find(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparing(Operation::parameters));
    }

    private synchronized Schema schema(String reference) {
        read();
        return registry.getSchema(SchemaLocation.of(DOCUMENT + reference));
    }

    private void read() {
        if (document != null) {
            return;
        }
        String text = fetch();
        document = JSON.readTree(text);
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(DOCUMENT, text))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
        operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(entry -> Stream.of("get", "post", "put", "patch", "delete")
                                .anyMatch(entry.getKey()::equals))
                        .forEach(entry -> operations.add(new Operation(
                                entry.getKey().toUpperCase(Locale.ROOT), path.getKey(), entry.getValue()))));
    }

    private String fetch() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/openapi?format=JSON"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(Answer answer) {
        String text = answer.toString();
        return text.length() > 2000 ? text.substring(0, 2000) + "…" : text;
    }
}
