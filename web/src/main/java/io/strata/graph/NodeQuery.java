package io.strata.graph;

import io.strata.access.Action;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The filters of a list of nodes, as a request has them. */
public class NodeQuery {

    @QueryParam("kind")
    List<String> kinds;

    @QueryParam("status")
    List<String> statuses;

    @QueryParam("category")
    List<String> categories;

    @QueryParam("label")
    List<String> labels;

    @QueryParam("assignee_id")
    List<String> assignees;

    @QueryParam("priority")
    List<String> priorities;

    @QueryParam("cycle_id")
    List<String> cycles;

    @QueryParam("below")
    String below;

    @QueryParam("due_from")
    String dueFrom;

    @QueryParam("due_until")
    String dueUntil;

    @QueryParam("estimated")
    Boolean estimated;

    @QueryParam("estimate_from")
    Double estimateFrom;

    @QueryParam("estimate_until")
    Double estimateUntil;

    @QueryParam("created_from")
    String createdFrom;

    @QueryParam("created_until")
    String createdUntil;

    @QueryParam("updated_from")
    String updatedFrom;

    @QueryParam("updated_until")
    String updatedUntil;

    @QueryParam("text")
    String text;

    /**
     * The filter that they make.
     *
     * @throws ProblemException validation, when one makes no sense; not found, when they name a node that the caller does
     *     not see
     */
    NodeFilter filter(NodeService nodes) {
        return new NodeFilter(
                all(kinds, text -> LowerCaseEnumAdapter.read(NodeKind.class, "kind", text)),
                statuses,
                all(categories, text -> LowerCaseEnumAdapter.read(StatusCategory.class, "category", text)),
                labels,
                assignees,
                all(priorities, text -> LowerCaseEnumAdapter.read(Priority.class, "priority", text)),
                all(cycles, text -> Validation.identifier(text, "cycle")),
                null,
                below(nodes),
                day("due_from", dueFrom),
                day("due_until", dueUntil),
                estimated,
                estimateFrom,
                estimateUntil,
                time("created_from", createdFrom),
                time("created_until", createdUntil),
                time("updated_from", updatedFrom),
                time("updated_until", updatedUntil),
                text);
    }

    private UUID below(NodeService nodes) {
        return below == null ? null : nodes.require(below, Action.NODE_READ).id();
    }

    private static <T> List<T> all(List<String> texts, Function<String, T> reader) {
        return texts.stream().map(reader).toList();
    }

    private static LocalDate day(String field, String text) {
        return read(field, text, LocalDate::parse, "must be a day like 2026-11-30");
    }

    private static Instant time(String field, String text) {
        return read(field, text, Instant::parse, "must be a time like 2026-11-30T12:00:00Z");
    }

    private static <T> T read(String field, String text, Function<String, T> reader, String expectation) {
        try {
            return text == null ? null : reader.apply(text);
        } catch (DateTimeParseException e) {
            throw ProblemException.validation(field, expectation);
        }
    }
}
