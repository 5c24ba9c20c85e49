package io.strata.documents;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The words with which people mark documents. */
@ApplicationScoped
class DocumentTags {

    private static final int MOST = 50;
    private static final int LONGEST = 50;
    private static final String ADD = "insert into document_tag (document_id, tag) values (:document, :tag)";
    private static final String REMOVE = "delete from document_tag where document_id = :document";

    private static final String OF_DOCUMENTS =
            "select g.document_id, g.tag from document_tag g where g.document_id in (:documents) order by g.tag";

    private static final String OF_WORKSPACE = """
            select g.tag, count(*) from document_tag g join document d on d.id = g.document_id
            where d.workspace_id = :workspace and d.trashed_at is null and g.tag > :after
            group by g.tag order by g.tag limit :limit
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /** A tag in the form in which it is kept: in lower case and composed, so that what reads the same is the same. */
    static String clean(String tag) {
        return Normalizer.normalize(tag.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    /**
     * Tags in the form in which they are kept, each once.
     *
     * @throws ProblemException validation, when there are too many, or one is empty or too long
     */
    static List<String> clean(List<String> tags) {
        if (tags.size() > MOST) {
            throw ProblemException.validation("tags", "must be at most " + MOST);
        }
        Validation validation = new Validation();
        for (int i = 0; i < tags.size(); i++) {
            validation.text("tags[" + i + "]", tags.get(i), LONGEST);
        }
        validation.done();
        return tags.stream().map(DocumentTags::clean).distinct().sorted().toList();
    }

    /** Replaces all tags of a document. */
    void replace(UUID document, List<String> tags) {
        entities.createNativeQuery(REMOVE).setParameter("document", document).executeUpdate();
        tags.forEach(tag -> entities.createNativeQuery(ADD)
                .setParameter("document", document)
                .setParameter("tag", tag)
                .executeUpdate());
    }

    /** The tags of some documents, in alphabetical order. */
    @SuppressWarnings("unchecked")
    Map<UUID, List<String>> of(Collection<UUID> documents) {
        Map<UUID, List<String>> tags = new HashMap<>();
        if (documents.isEmpty()) {
            return tags;
        }
        List<Tuple> rows = entities.createNativeQuery(OF_DOCUMENTS, Tuple.class)
                .setParameter("documents", documents)
                .getResultList();
        rows.forEach(row -> tags.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                .add(row.get(1, String.class)));
        return tags;
    }

    /** The tags that documents of a workspace have, as far as the caller sees them, with how many have them. */
    @SuppressWarnings("unchecked")
    List<TagView> ofWorkspace(UUID workspaceId, String after, int limit) {
        List<Tuple> rows = entities.createNativeQuery(OF_WORKSPACE, Tuple.class)
                .setParameter("workspace", workspaceId)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream()
                .map(row -> new TagView(row.get(0, String.class), ((Number) row.get(1)).longValue()))
                .toList();
    }
}
