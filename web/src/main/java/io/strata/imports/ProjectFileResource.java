package io.strata.imports;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import io.strata.graph.ProjectView;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects as files, over HTTP. */
@Path("/projects/{project}")
@Tag(name = "Import and export")
public class ProjectFileResource {

    private static final String CSV = "text/csv";

    @Inject
    ExportService exports;

    @Inject
    ImportService imports;

    /** What writes a file. */
    private interface Export {
        void write(UUID project, Writer out) throws IOException;
    }

    @GET
    @Path("export")
    @Requires(Action.NODE_READ)
    @Operation(
            summary = "Export a project",
            description =
                    "With format=json (without saying) nodes, links, cycles and comments; with format=csv a table of the"
                            + " issues. Holds what you may see.")
    @APIResponse(
            responseCode = "200",
            description = "The project as a file",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ProjectFile.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response export(
            @PathParam("project") String project, @QueryParam("format") @DefaultValue("json") String format) {
        UUID id = Validation.identifier(project, "project");
        return switch (format) {
            case "json" -> stream(id, "json", MediaType.APPLICATION_JSON, exports::json);
            case "csv" -> stream(id, "csv", CSV + "; charset=utf-8", exports::csv);
            default -> throw ProblemException.validation("format", "must be json or csv");
        };
    }

    @POST
    @Path("import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Action.NODE_WRITE)
    @Operation(
            summary = "Import into a project",
            description =
                    "A file as an export writes it, as JSON or as CSV: all of it or nothing. 422 names everything that is"
                            + " wrong with its place, with dry_run=true as well; that makes nothing. At most 5,000 nodes,"
                            + " 10,000 links, 5,000 comments, 500 cycles and 8 MB.")
    public ImportReport importJson(
            @PathParam("project") String project,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            @org.eclipse.microprofile.openapi.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ProjectFile.class)),
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
                            })
                    ProjectFile file) {
        return imports.json(Validation.identifier(project, "project"), RequestBody.require(file), dryRun);
    }

    @POST
    @Path("import")
    @Consumes(CSV)
    @Produces(MediaType.APPLICATION_JSON)
    @Requires(Action.NODE_WRITE)
    @Operation(hidden = true)
    public ImportReport importCsv(
            @PathParam("project") String project,
            @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
            String table) {
        return imports.csv(Validation.identifier(project, "project"), RequestBody.require(table), dryRun);
    }

    private Response stream(UUID id, String ending, String mediaType, Export export) {
        ProjectView project = exports.project(id);
        StreamingOutput body = bytes -> {
            Writer out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            export.write(id, out);
        };
        return Response.ok(body, mediaType)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + project.key() + "." + ending + "\"")
                .build();
    }
}
