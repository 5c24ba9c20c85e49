package io.strata.views;

import io.strata.common.RequiredFields;
import io.strata.common.Validation;
import io.strata.graph.NodeFilter;
import io.strata.graph.NodeSort;
import java.util.List;

/**
 * What is in a view and how it is shown; what is {@code null} is as in any list.
 *
 * @param filter which nodes
 * @param sort what they are sorted by; by their making when it is {@code null}
 * @param descending whether the other way round
 * @param groupBy what a client puts them together by
 * @param layout how a client shows them; as a list when it is {@code null}
 * @param columns what a client shows of each, in order
 */
@RequiredFields("filter")
public record ViewDefinition(
        NodeFilter filter,
        NodeSort sort,
        boolean descending,
        ViewGrouping groupBy,
        ViewLayout layout,
        List<String> columns) {

    private static final List<String> COLUMNS = List.of(
            "short_id",
            "kind",
            "title",
            "status",
            "labels",
            "assignee",
            "priority",
            "estimate",
            "due_date",
            "cycle",
            "project",
            "created_at",
            "updated_at");

    public ViewDefinition {
        sort = sort == null ? NodeSort.CREATED : sort;
        layout = layout == null ? ViewLayout.LIST : layout;
        columns = columns == null ? List.of() : columns;
    }

    /** Requires that it can be run and shown. */
    void check() {
        Validation validation = new Validation().present("definition.filter", filter);
        if (!columns.stream().allMatch(column -> column != null && COLUMNS.contains(column))
                || columns.stream().distinct().count() < columns.size()) {
            validation.problem("definition.columns", "must be some of " + String.join(", ", COLUMNS) + ", each once");
        }
        validation.done();
        filter.check("definition.filter.");
    }
}
