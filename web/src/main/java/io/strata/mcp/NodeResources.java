package io.strata.mcp;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.graph.NodeService;
import io.strata.graph.ProjectView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Nodes as resources: {@code strata://nodes/} and an id or a short id. Listed are the roots of projects. */
@ApplicationScoped
class NodeResources {

    private static final String NODES = "strata://nodes/";
    private static final String MEDIA_TYPE = "application/json";

    @Inject
    Directory directory;

    @Inject
    NodeService nodes;

    JsonArray list() {
        JsonArrayBuilder resources = Json.createArrayBuilder();
        for (Directory.Place place : directory.list().workspaces()) {
            for (ProjectView project : place.projects()) {
                resources.add(Json.createObjectBuilder()
                        .add("uri", NODES + project.rootId())
                        .add("name", project.key())
                        .add("title", project.name())
                        .add("description", "The root of the project " + project.key() + " in " + place.name())
                        .add("mimeType", MEDIA_TYPE));
            }
        }
        return resources.build();
    }

    JsonArray templates() {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("uriTemplate", NODES + "{id}")
                        .add("name", "node")
                        .add("title", "Component or issue")
                        .add(
                                "description",
                                "A node by id or short id, with its description, path, children, artifacts and links")
                        .add("mimeType", MEDIA_TYPE))
                .build();
    }

    /** What is behind an address; empty when there is nothing, or nothing that the caller may see. */
    Optional<JsonObject> read(String uri) {
        if (uri == null || !uri.startsWith(NODES)) {
            return Optional.empty();
        }
        try {
            String node = io.strata.common.Json.write(nodes.get(uri.substring(NODES.length())));
            return Optional.of(Json.createObjectBuilder()
                    .add("uri", uri)
                    .add("mimeType", MEDIA_TYPE)
                    .add("text", node)
                    .build());
        } catch (ProblemException problem) {
            if (problem.type() == ProblemType.NOT_FOUND) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
