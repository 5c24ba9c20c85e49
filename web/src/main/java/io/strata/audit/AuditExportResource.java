package io.strata.audit;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports of the audit log over HTTP. They are written as they are read, in constant memory. */
@Path("/audit/export")
@Tag(name = "Audit")
public class AuditExportResource {

    @Inject
    AuditLog audit;

    @GET
    @Requires(Action.AUDIT_READ)
    @Operation(
            summary = "Export the audit log in the order of its chain",
            description =
                    "With the filters of the list. format=jsonl (the default) has what a verification without this"
                            + " server needs: strata-audit-verifier.jar finds any byte of it that was changed, removed or"
                            + " moved. format=csv is for a spreadsheet. What was not sealed when the export began is not in it.")
    @APIResponse(
            responseCode = "200",
            description = "The entries",
            content = {
                @Content(mediaType = JsonLines.TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = CsvTable.TYPE, schema = @Schema(type = SchemaType.STRING))
            })
    public Response download(
            @BeanParam AuditParameters parameters, @QueryParam("format") @DefaultValue("jsonl") String wanted) {
        ExportFormat format = LowerCaseEnumAdapter.read(ExportFormat.class, "format", wanted);
        AuditFilter filter = parameters.filter();
        long end = audit.end(filter);
        StreamingOutput body = stream -> {
            ExportSink sink = format.open(stream, filter.isEverything(), parameters.json());
            List<ExportedEntry> entries = audit.export(filter, 0, end);
            while (!entries.isEmpty()) {
                for (ExportedEntry entry : entries) {
                    sink.add(entry);
                }
                entries = audit.export(
                        filter, entries.get(entries.size() - 1).link().position(), end);
            }
            sink.end();
        };
        String name = "strata-audit-" + LocalDate.now(ZoneOffset.UTC) + "." + LowerCaseEnumAdapter.write(format);
        return Response.ok(body, format.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
