package io.strata.audit;

import io.strata.common.Json;
import io.strata.common.MomentParameter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the audit log in a query string; the same for lists and exports. */
public class AuditParameters {

    private static final int LONGEST = 200;

    @QueryParam("workspace_id")
    @Parameter(description = "Entries of one workspace; without it of the whole installation, for its administrators")
    String workspace;

    @QueryParam("actor")
    @Parameter(description = "Handle or id of who did it")
    String actor;

    @QueryParam("action")
    @Parameter(description = "Beginning of the action: `node.created`, `node.` or `refused.`")
    String action;

    @QueryParam("subject_kind")
    @Parameter(description = "What it was done to, for example `node`")
    String subjectKind;

    @QueryParam("subject_id")
    @Parameter(description = "Which one")
    String subject;

    @QueryParam("from")
    @Parameter(description = "Earliest time or day, ISO 8601, UTC")
    String from;

    @QueryParam("to")
    @Parameter(description = "First time or day that is too late")
    String to;

    @QueryParam("text")
    @Parameter(description = "Words that all occur in the entry; the last may be unfinished")
    String text;

    /**
     * What is asked for.
     *
     * @throws ProblemException validation, naming every parameter that is wrong; not found, for a workspace that is none
     */
    public AuditFilter filter() {
        Validation validation = new Validation()
                .optionalText("actor", actor, LONGEST)
                .optionalText("action", action, LONGEST)
                .optionalText("subject_kind", subjectKind, LONGEST)
                .optionalText("text", text, LONGEST);
        UUID subjectId = identifier(validation);
        Instant earliest = MomentParameter.read("from", from, validation);
        Instant latest = MomentParameter.read("to", to, validation);
        validation.done();
        return new AuditFilter(
                workspace == null ? null : Validation.identifier(workspace, "workspace"),
                actor,
                action,
                subjectKind,
                subjectId,
                earliest,
                latest,
                text);
    }

    /** What is asked for, as a JSON object. */
    String json() {
        Map<String, String> given = new TreeMap<>();
        put(given, "workspace_id", workspace);
        put(given, "actor", actor);
        put(given, "action", action);
        put(given, "subject_kind", subjectKind);
        put(given, "subject_id", subject);
        put(given, "from", from);
        put(given, "to", to);
        put(given, "text", text);
        return Json.write(given);
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null && !value.isBlank()) {
            given.put(name, value);
        }
    }

    private UUID identifier(Validation validation) {
        try {
            return subject == null || subject.isBlank() ? null : UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            validation.problem("subject_id", "must be an id");
            return null;
        }
    }
}
