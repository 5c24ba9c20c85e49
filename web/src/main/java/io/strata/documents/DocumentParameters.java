package io.strata.documents;

import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.MomentParameter;
import io.strata.common.Validation;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of documents in a query string. */
public class DocumentParameters {

    private static final String TOP = "top";

    @QueryParam("query")
    String query;

    @QueryParam("status")
    String status;

    @QueryParam("topic_id")
    String topic;

    @QueryParam("project_id")
    @Parameter(description = "Only documents of this project")
    String project;

    @QueryParam("folder_id")
    @Parameter(description = "A folder; top for what is in none")
    String folder;

    @QueryParam("below")
    @DefaultValue("false")
    @Parameter(description = "Whether also in all folders below that one")
    boolean below;

    @QueryParam("tag")
    String tag;

    @QueryParam("kind")
    @Parameter(description = "pdf, office, picture, mail, page, text, archive or other")
    String kind;

    @QueryParam("created_from")
    @Parameter(description = "A day or a time")
    String createdFrom;

    @QueryParam("created_before")
    @Parameter(description = "A day or a time; what came then does not count any more")
    String createdBefore;

    /**
     * What they say.
     *
     * @throws io.strata.common.ProblemException validation; not found, for a folder or topic that cannot be one
     */
    DocumentFilter filter() {
        Validation validation = new Validation();
        Instant from = MomentParameter.read("created_from", createdFrom, validation);
        Instant before = MomentParameter.read("created_before", createdBefore, validation);
        validation.optionalText("tag", tag, 200).done();
        return new DocumentFilter(
                query,
                LowerCaseEnumAdapter.read(DocumentStatus.class, "status", status),
                topic == null ? null : Validation.identifier(topic, "topic"),
                project == null ? null : Validation.identifier(project, "project"),
                place(folder, below),
                tag,
                LowerCaseEnumAdapter.read(DocumentKind.class, "kind", kind),
                from,
                before);
    }

    /** A place in the folders; {@code null} for nothing. */
    static FolderChoice place(String folder, boolean below) {
        if (folder == null || folder.isBlank()) {
            return null;
        }
        UUID id = folder.equals(TOP) ? null : Validation.identifier(folder, "folder");
        return new FolderChoice(id, below);
    }
}
