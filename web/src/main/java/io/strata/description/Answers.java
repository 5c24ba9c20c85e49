package io.strata.description;

import io.strata.common.AwaitsApproval;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to an operation what all answers have in common: errors, headers and examples. */
final class Answers {

    private static final Map<String, String> OF_ALL = ordered(
            "400", "BadRequest",
            "404", "NotFound",
            "406", "NotAcceptable",
            "413", "TooLarge",
            "415", "UnsupportedMediaType",
            "422", "Invalid",
            "429", "RateLimited",
            "500", "InternalError",
            "503", "Unavailable");

    private static final Map<String, String> OF_THE_SIGNED_IN = ordered("401", "Unauthenticated", "403", "Forbidden");

    private static final Map<String, String> OF_CHANGES = ordered("409", "Conflict");
    private static final Map<String, String> OF_CONDITIONS = ordered("412", "PreconditionFailed");
    private static final Map<String, String> OF_RANGES = ordered("416", "RangeNotSatisfiable");
    private static final Set<String> RATE_LIMITS =
            Set.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "RateLimit", "RateLimit-Policy");

    private final Examples examples;

    Answers(Examples examples) {
        this.examples = examples;
    }

    void complete(Operation operation, Method endpoint) {
        boolean reading = Endpoints.isReading(endpoint);
        APIResponses responses = operation.getResponses();
        if (endpoint.getReturnType() == void.class && !Endpoints.saysWhatItAnswers(endpoint)) {
            responses.removeAPIResponse("200");
            responses.removeAPIResponse("201");
            responses.addAPIResponse("204", OASFactory.createAPIResponse().description("It is done"));
        }
        if (endpoint.isAnnotationPresent(AwaitsApproval.class)) {
            responses.addAPIResponse("202", awaitingApproval());
        }
        if (operation.getRequestBody() != null) {
            complete(operation.getRequestBody().getContent());
        }
        responses.getAPIResponses().forEach((status, response) -> complete(status, response, endpoint));
        if (reading && Parameters.isJson(endpoint)) {
            responses.addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
        }
        if (isPartial(operation)) {
            responses.addAPIResponse("206", OASFactory.createAPIResponse().ref("Part"));
            responses.addAPIResponse("304", OASFactory.createAPIResponse().ref("NotModified"));
            add(responses, OF_RANGES);
            add(responses, OF_CONDITIONS);
        }
        add(responses, OF_ALL);
        if (Permissions.isOpen(endpoint)) {
            add(responses, reading ? Map.of() : ordered("401", "Unauthenticated", "403", "Forbidden"));
        } else {
            add(responses, OF_THE_SIGNED_IN);
        }
        if (!reading) {
            add(responses, OF_CHANGES);
            add(responses, OF_CONDITIONS);
        }
    }

    /** What an agent gets for a call that is kept until a person decides. */
    private static APIResponse awaitingApproval() {
        return OASFactory.createAPIResponse()
                .description("A person has to approve this first; nothing was changed. Only agents are answered so")
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("ApprovalView"))));
    }

    private void complete(String status, APIResponse response, Method endpoint) {
        if (response.getRef() != null) {
            return;
        }
        RATE_LIMITS.forEach(name -> header(response, name));
        if (status.equals("201") || (status.equals("202") && endpoint.isAnnotationPresent(AwaitsApproval.class))) {
            header(response, "Location");
        }
        if (Endpoints.isReading(endpoint) && endpoint.getReturnType() != void.class && status.equals("200")) {
            header(response, "ETag");
        }
        complete(response.getContent());
    }

    private void complete(Content content) {
        if (content == null) {
            return;
        }
        content.getMediaTypes().forEach((name, media) -> {
            if (media.getSchema() == null) {
                media.setSchema(
                        OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
            }
            if (name.startsWith("application/json") && isBare(media)) {
                media.setExample(examples.of(media.getSchema()));
            }
        });
    }

    private static boolean isBare(MediaType media) {
        return media.getExample() == null
                && (media.getExamples() == null || media.getExamples().isEmpty());
    }

    private static boolean isPartial(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(Answers::isRange);
    }

    private static boolean isRange(Parameter parameter) {
        return "Range".equals(parameter.getName())
                || (parameter.getRef() != null && parameter.getRef().endsWith("/Range"));
    }

    private static void header(APIResponse response, String name) {
        response.addHeader(name, OASFactory.createHeader().ref(name));
    }

    private static void add(APIResponses responses, Map<String, String> errors) {
        errors.forEach((status, component) -> {
            if (!responses.hasAPIResponse(status) || isUnexplained(responses.getAPIResponse(status))) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().ref(component));
            }
        });
    }

    /** An error that an endpoint only has words for has the envelope all the same. */
    private static boolean isUnexplained(APIResponse response) {
        return response.getRef() == null && response.getContent() == null;
    }

    private static Map<String, String> ordered(String... namesAndValues) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            ordered.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ordered;
    }
}
