package io.strata.search;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds components, issues, comments, projects, cycles and documents by their words, by the beginnings of words, by names
 * that look alike, and by short id. What is hidden from the caller is neither found nor counted.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
public class SearchService {

    /** How many hits are looked at; a search that has more should say more. */
    public static final int MOST = 1000;

    /** How many of each kind there are at most when they are grouped. */
    public static final int MOST_OF_A_KIND = 20;

    private static final int DEFAULT_OF_A_KIND = 5;
    private static final int IN_THE_PALETTE = 20;
    private static final int MAXIMUM_QUERY = 500;

    /** What a person goes to. */
    private static final List<EntryKind> DESTINATIONS =
            List.of(EntryKind.COMPONENT, EntryKind.ISSUE, EntryKind.PROJECT, EntryKind.CYCLE, EntryKind.DOCUMENT);

    @Inject
    Hits hits;

    @Inject
    Policy policy;

    /**
     * What is found, in one order: an exact short id first, then by how well names and texts match. Without words, the latest
     * first.
     *
     * @param query {@code null} or blank for no words
     * @throws ProblemException not found, when a filter names what the caller does not see
     */
    @Requires(Action.SIGNED_IN)
    public SearchResult find(String query, SearchFilter filter, String cursor, Integer requestedLimit) {
        int limit = Page.limit(requestedLimit);
        List<Hits.Found> found =
                search(query, filter, new Hits.Extent(limit + 1, null, Hits.Position.of(cursor), true));
        long total = found.isEmpty() ? 0 : found.get(0).total();
        boolean last = found.size() <= limit;
        List<Hits.Found> page = last ? found : found.subList(0, limit);
        return new SearchResult(
                page.stream().map(Hits.Found::hit).toList(),
                last ? null : page.get(limit - 1).position().cursor(),
                total,
                total >= MOST);
    }

    /**
     * The same by kind, those kinds first whose best hit is best.
     *
     * @param requestedEach how many of each kind; {@code null} means five
     */
    @Requires(Action.SIGNED_IN)
    public List<SearchGroup> groups(String query, SearchFilter filter, Integer requestedEach) {
        int each = requestedEach == null ? DEFAULT_OF_A_KIND : requestedEach;
        if (each < 1 || each > MOST_OF_A_KIND) {
            throw ProblemException.validation("limit", "must be between 1 and " + MOST_OF_A_KIND);
        }
        Map<EntryKind, List<Hits.Found>> kinds = new LinkedHashMap<>();
        search(query, filter, new Hits.Extent(MOST, each, null, true))
                .forEach(found -> kinds.computeIfAbsent(found.hit().kind(), kind -> new ArrayList<>())
                        .add(found));
        return kinds.entrySet().stream()
                .map(kind -> new SearchGroup(
                        kind.getKey(),
                        kind.getValue().stream().map(Hits.Found::hit).toList(),
                        kind.getValue().get(0).ofKind()))
                .toList();
    }

    /** What a person may want to go to, for each letter that they type; before the first, what has changed last. */
    @Requires(Action.SIGNED_IN)
    public List<QuickHit> palette(String query) {
        return search(query, SearchFilter.of(DESTINATIONS), new Hits.Extent(IN_THE_PALETTE, null, null, false)).stream()
                .map(Hits.Found::hit)
                .map(QuickHit::of)
                .toList();
    }

    private List<Hits.Found> search(String query, SearchFilter filter, Hits.Extent extent) {
        new Validation().optionalText("q", query, MAXIMUM_QUERY).done();
        if (filter.workspaceId() != null) {
            policy.requireSomewhere(Action.NODE_READ, filter.workspaceId());
        }
        if (filter.projectId() != null && !hits.seesProject(filter.projectId())) {
            throw ProblemException.notFound("project");
        }
        UUID below = filter.below() == null
                ? null
                : hits.node(filter.below()).orElseThrow(() -> ProblemException.notFound("node"));
        return hits.find(new SearchWords(query == null ? "" : query.strip()), filter, below, extent);
    }
}
