package io.strata.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Documents as callers see them: with their topics, their tags and how many copies there are. */
@ApplicationScoped
class DocumentViews {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentTopics topics;

    @Inject
    DocumentTags tags;

    @Inject
    DocumentCopies copies;

    DocumentView view(Document document) {
        return views(List.of(document)).get(0);
    }

    List<DocumentView> views(List<Document> documents) {
        List<UUID> ids = documents.stream().map(Document::id).toList();
        Map<UUID, List<String>> allTags = tags.of(ids);
        Map<UUID, Integer> allCopies = copies.of(ids);
        return topics.views(documents).stream()
                .map(view ->
                        view.with(allTags.getOrDefault(view.id(), List.of()), allCopies.getOrDefault(view.id(), 0)))
                .toList();
    }

    /** Documents in the order of their ids; one that is gone by now is left out. */
    List<DocumentView> inOrder(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Document> documents = entities.createQuery("select d from Document d where d.id in :ids", Document.class)
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, DocumentView> views =
                views(documents).stream().collect(Collectors.toMap(DocumentView::id, Function.identity()));
        return ids.stream().map(views::get).filter(Objects::nonNull).toList();
    }
}
