package io.strata.documents;

import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.search.SearchWords;
import io.strata.search.Snippet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Finds documents of one workspace by words. */
@ApplicationScoped
class DocumentSearch {

    /**
     * The search knows the caller and what matches; status and topics are the documents' own. A headline is only made for
     * what is on the page, from the first part of the text.
     */
    private static final String BEST_MATCHES = """
            with found as (
              select d.id, h.rank
              from search_hits(:words, :beginning, array['DOCUMENT'], null, null, null, :workspace, null, null, null) h
                join document d on d.id = h.id
              where true
            {conditions}
              order by h.rank desc, d.id desc
              offset :offset limit :limit
            )
            select found.id, ts_headline(language.configuration, left(coalesce(t.text, ''), 200000),
                     search_query(language.configuration, :words, :beginning),
                     'StartSel=' || :start || ', StopSel=' || :stop
                     || ', MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "')
            from found
              join document d on d.id = found.id
              cross join lateral (
                select search_configuration(search_language_of(d.language)) as configuration) language
              left join document_text t on t.document_id = found.id
            order by found.rank desc, found.id desc
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    FilterConditions conditions;

    @Inject
    DocumentViews views;

    @SuppressWarnings("unchecked")
    Page<DocumentView> bestMatches(UUID workspaceId, DocumentFilter filter, String cursor, int limit) {
        int offset = cursor == null ? 0 : position(cursor, Integer::parseUnsignedInt);
        SearchWords words = new SearchWords(filter.query());
        Query query = entities.createNativeQuery(
                        BEST_MATCHES.replace("{conditions}", FilterConditions.of(filter)), Tuple.class)
                .setParameter("words", words.text())
                .setParameter("beginning", words.beginning())
                .setParameter("workspace", workspaceId)
                .setParameter("start", Snippet.START)
                .setParameter("stop", Snippet.STOP)
                .setParameter("offset", offset)
                .setParameter("limit", limit + 1);
        List<Tuple> rows = conditions.bind(query, filter).getResultList();
        Page<Tuple> page = Page.of(rows, limit, row -> Integer.toString(offset + limit));
        Map<UUID, String> snippets = new LinkedHashMap<>();
        page.items().forEach(row -> snippets.put(row.get(0, UUID.class), Snippet.html(row.get(1, String.class))));
        List<DocumentView> found = views.inOrder(List.copyOf(snippets.keySet())).stream()
                .map(document -> document.withSnippet(snippets.get(document.id())))
                .toList();
        return new Page<>(found, page.nextCursor());
    }

    private static <T> T position(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }
}
