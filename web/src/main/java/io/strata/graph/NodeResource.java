package io.strata.graph;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import io.strata.requests.FieldSelection;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Components and issues over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Nodes")
public class NodeResource {

    @Inject
    NodeService nodes;

    @POST
    @Path("projects/{project}/nodes")
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Create a component or an issue",
            description = "Under a parent, or under the project's root when none is named.")
    @APIResponseSchema(value = NodeView.class, responseCode = "201", responseDescription = "The node exists")
    public Response create(@PathParam("project") String project, CreateNode request) {
        NodeView created = nodes.create(Validation.identifier(project, "project"), RequestBody.require(request));
        return Created.at("nodes", created.id(), created);
    }

    @GET
    @Path("projects/{project}/nodes")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "List the nodes of a project",
            description =
                    "Those that match all filters; a filter can be repeated where several values shall do. assignee_id"
                            + " may be me or none, below is a node with all that is below it, text a part of a title, a label or a"
                            + " short id. due_from and due_until are days, themselves included; the other from and until are"
                            + " times. Sorted by created, updated, title, status, priority, due, estimate, assignee or kind; with"
                            + " order=desc the other way round. A cursor belongs to one sort and order.")
    public Page<NodeView> list(
            @PathParam("project") String project,
            @BeanParam NodeQuery query,
            @QueryParam("sort") String sort,
            @QueryParam("order") String order,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        UUID id = Validation.identifier(project, "project");
        if (order != null && !order.equals("asc") && !order.equals("desc")) {
            throw ProblemException.validation("order", "must be asc or desc");
        }
        if (sort == null && order == null) {
            return nodes.list(id, query.filter(nodes), cursor, limit);
        }
        NodeSort by = sort == null ? NodeSort.CREATED : LowerCaseEnumAdapter.read(NodeSort.class, "sort", sort);
        return nodes.list(id, query.filter(nodes), by, "desc".equals(order), cursor, limit);
    }

    @GET
    @Path("nodes/{node}")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Read a node with its context",
            description =
                    "By id or short id: the node, its path, children, artifacts and description in one answer. With"
                            + " fields=node, or fields of it, nothing else is looked up.")
    public NodeContext get(@PathParam("node") String node, @QueryParam(FieldSelection.PARAMETER) String fields) {
        return FieldSelection.isWithin(fields, "node") ? nodes.head(node) : nodes.get(node);
    }

    @PATCH
    @Path("nodes/{node}")
    @Requires(Action.NODE_WRITE)
    @Operation(summary = "Change a node", description = "What is absent stays as it is.")
    public NodeView change(@PathParam("node") String node, NodeChanges changes) {
        return nodes.change(node, RequestBody.require(changes));
    }

    @GET
    @Path("nodes/{node}/children")
    @Requires(Action.NODE_READ)
    @Operation(summary = "List the children of a node")
    public Page<NodeView> children(
            @PathParam("node") String node, @QueryParam("cursor") String cursor, @QueryParam("limit") Integer limit) {
        return nodes.children(node, cursor, limit);
    }
}
