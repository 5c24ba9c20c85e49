package io.strata.search;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Searching over HTTP. */
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {

    private static final String WORDS =
            "The query understands quotes, a minus and the word or. Without these its last word"
                    + " may be unfinished, and where little is found, names that look alike are found as well. Without a query, what"
                    + " has changed last comes first. Filters can be repeated where several values shall do; below is a node by id or"
                    + " short id.";

    /** What was found, kind by kind. */
    @RequiredFields("items")
    public record Groups(List<SearchGroup> items) {}

    /** What was found for a command palette. */
    @RequiredFields("items")
    public record Palette(List<QuickHit> items) {}

    /** The filters in a request. */
    public static class Parameters {

        @QueryParam("kind")
        List<String> kinds;

        @QueryParam("status")
        List<String> statuses;

        @QueryParam("label")
        List<String> labels;

        @QueryParam("assignee_id")
        List<String> assignees;

        @QueryParam("workspace_id")
        String workspace;

        @QueryParam("project_id")
        String project;

        @QueryParam("below")
        String below;

        @QueryParam("updated_since")
        String since;

        SearchFilter filter() {
            return new SearchFilter(
                    kinds.stream()
                            .map(kind -> LowerCaseEnumAdapter.read(EntryKind.class, "kind", kind))
                            .toList(),
                    statuses,
                    labels,
                    assignees.stream()
                            .map(assignee -> Validation.identifier(assignee, "assignee"))
                            .toList(),
                    workspace == null ? null : Validation.identifier(workspace, "workspace"),
                    project == null ? null : Validation.identifier(project, "project"),
                    below,
                    moment(since));
        }

        private static Instant moment(String text) {
            try {
                return text == null ? null : Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw ProblemException.validation("updated_since", "must be a time like 2026-11-30T12:00:00Z");
            }
        }
    }

    @Inject
    SearchService search;

    @GET
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Search everything",
            description =
                    "Components, issues, comments, projects, cycles and documents: an exact short id first, then best"
                            + " match first, with the hits in mark elements. " + WORDS
                            + " At most 1,000 are found; more says that there may be others.")
    public SearchResult find(
            @QueryParam("q") String query,
            @BeanParam Parameters parameters,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return search.find(query, parameters.filter(), cursor, limit);
    }

    @GET
    @Path("groups")
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Search everything, kind by kind",
            description = "The best of each kind, five or limit. " + WORDS)
    public Groups groups(
            @QueryParam("q") String query, @BeanParam Parameters parameters, @QueryParam("limit") Integer limit) {
        return new Groups(search.groups(query, parameters.filter(), limit));
    }

    @GET
    @Path("palette")
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Search for a command palette",
            description =
                    "Twenty things that one can go to, with what a line needs. For each letter that is typed; before the"
                            + " first, what has changed last.")
    public Palette palette(@QueryParam("q") String query) {
        return new Palette(search.palette(query));
    }
}
