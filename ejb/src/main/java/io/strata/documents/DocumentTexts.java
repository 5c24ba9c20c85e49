package io.strata.documents;

import io.strata.documents.classification.Sample;
import io.strata.documents.classification.Vectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;

/** The texts of documents; what makes them searchable follows by itself. */
@ApplicationScoped
class DocumentTexts {

    private static final String SAVE = """
            insert into document_text (document_id, text, heading)
            values (:document, :text, :heading)
            on conflict (document_id) do update set text = excluded.text, heading = excluded.heading
            """;

    private static final String KEEP_MEANING =
            "update document_text set meaning = nullif(cast(:meaning as bytea), '') where document_id = :document";

    private static final String TEXT = "select text from document_text where document_id = :document";

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Keeps a text.
     *
     * @param heading what the document calls itself, beside its title; weighs more in searches than the text
     */
    void save(UUID document, String heading, String text) {
        entities.createNativeQuery(SAVE)
                .setParameter("document", document)
                .setParameter("heading", heading)
                .setParameter("text", text)
                .executeUpdate();
    }

    /** The text; empty as long as none was read. */
    String of(UUID document) {
        return (String) entities.createNativeQuery(TEXT, String.class)
                .setParameter("document", document)
                .getSingleResult();
    }

    /** Keeps what a text means. */
    void keepMeaning(UUID document, Sample sample) {
        entities.createNativeQuery(KEEP_MEANING)
                .setParameter("document", document)
                .setParameter("meaning", sample.isEmpty() ? new byte[0] : Vectors.toBytes(sample.meaning()))
                .executeUpdate();
    }
}
