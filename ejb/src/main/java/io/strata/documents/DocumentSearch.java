package io.strata.documents;

import io.strata.common.Page;
import io.strata.common.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds documents of one workspace. */
@ApplicationScoped
class DocumentSearch {

    private static final String FILTER = """
             and (cast(:status as text) is null or d.status = :status)
             and (cast(:project as uuid) is null or d.project_id = :project)
             and (cast(:topic as uuid) is null
                  or exists (select 1 from document_topic dt where dt.document_id = d.id and dt.topic_id = :topic))
            """;

    private static final String NEWEST = """
            select d.* from document d
            where d.workspace_id = :workspace and d.id < :before
            """ + FILTER + " order by d.id desc limit :limit";

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
            """ + FILTER + """
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

    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentTopics topics;

    @SuppressWarnings("unchecked")
    Page<DocumentView> newest(UUID workspaceId, DocumentFilter filter, String cursor, int limit) {
        List<Document> found = entities.createNativeQuery(NEWEST, Document.class)
                .setParameter("workspace", workspaceId)
                .setParameter("before", cursor == null ? AFTER_ALL : position(cursor, UUID::fromString))
                .setParameter("status", nameOf(filter.status()))
                .setParameter("topic", filter.topicId())
                .setParameter("project", filter.projectId())
                .setParameter("limit", limit + 1)
                .getResultList();
        return Page.of(topics.views(found), limit, document -> document.id().toString());
    }

    @SuppressWarnings("unchecked")
    Page<DocumentView> bestMatches(UUID workspaceId, DocumentFilter filter, String cursor, int limit) {
        int offset = cursor == null ? 0 : position(cursor, Integer::parseUnsignedInt);
        SearchWords words = new SearchWords(filter.query());
        entities.createNativeQuery(FORGIVE).getSingleResult();
        List<Tuple> rows = entities.createNativeQuery(BEST_MATCHES, Tuple.class)
                .setParameter("words", words.text())
                .setParameter("beginning", words.beginning())
                .setParameter("workspace", workspaceId)
                .setParameter("status", nameOf(filter.status()))
                .setParameter("topic", filter.topicId())
                .setParameter("project", filter.projectId())
                .setParameter("start", Snippet.START)
                .setParameter("stop", Snippet.STOP)
                .setParameter("offset", offset)
                .setParameter("limit", limit + 1)
                .getResultList();
        Map<UUID, String> snippets = new LinkedHashMap<>();
        rows.forEach(row -> snippets.put(row.get(0, UUID.class), Snippet.html(row.get(1, String.class))));
        return Page.of(inOrder(snippets), limit, document -> Integer.toString(offset + limit));
    }

    private List<DocumentView> inOrder(Map<UUID, String> snippets) {
        if (snippets.isEmpty()) {
            return List.of();
        }
        List<Document> documents = entities.createQuery("select d from Document d where d.id in :ids", Document.class)
                .setParameter("ids", snippets.keySet())
                .getResultList();
        Map<UUID, DocumentView> views =
                topics.views(documents).stream().collect(Collectors.toMap(DocumentView::id, Function.identity()));
        List<DocumentView> ordered = new ArrayList<>();
        snippets.forEach((id, snippet) -> ordered.add(views.get(id).withSnippet(snippet)));
        return ordered;
    }

    private static String nameOf(DocumentStatus status) {
        return status == null ? null : status.name();
    }

    private static <T> T position(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(cursor);
        } catch (IllegalArgumentException e) {
            throw ProblemException.validation("cursor", "is none that a list gave");
        }
    }
}
