package io.strata.documents;

import io.strata.common.Page;
import io.strata.common.ProblemException;
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
     * A document matches by its words or, for typing errors, by a title that looks like the query. Titles weigh more than
     * texts; a headline is only made for what is on the page, from the first part of the text.
     */
    private static final String BEST_MATCHES = """
            with query as (
              select websearch_to_tsquery('strata', :words) || to_tsquery('strata', :beginning) as words
            ), found as (
              select d.id,
                     ts_rank_cd(t.search, query.words, 1 | 32) + word_similarity(:words, d.title) as rank
              from document d join document_text t on t.document_id = d.id cross join query
              where d.workspace_id = :workspace
                and (t.search @@ query.words or :words <% d.title)
            {conditions}
              order by rank desc, d.id desc
              offset :offset limit :limit
            )
            select found.id, ts_headline('strata', left(t.text, 200000), query.words,
                     'StartSel=' || :start || ', StopSel=' || :stop
                     || ', MaxFragments=2, MaxWords=24, MinWords=8, FragmentDelimiter=" … "')
            from found join document_text t on t.document_id = found.id cross join query
            order by found.rank desc, found.id desc
            """;

    /** How much of a word a title must share with it, until the end of the transaction; 0.6 forgives too little. */
    private static final String FORGIVE = "select set_config('pg_trgm.word_similarity_threshold', '0.45', true)";

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
        entities.createNativeQuery(FORGIVE).getSingleResult();
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
