package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Requires;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The documents of all workspaces, for administrators of the installation. */
@ApplicationScoped
@Transactional
public class DocumentAdministration {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    DocumentTopics topics;

    @Inject
    TopicService workspaceTopics;

    /**
     * A part of a table.
     *
     * @param first index of its first row
     * @param size how many rows it has at most
     */
    @Requires(Action.SYSTEM_READ)
    public List<DocumentView> page(AdministrationQuery query, int first, int size) {
        String direction = query.ascending() ? " asc" : " desc";
        String order = query.sort() == null ? "" : query.sort().expression() + direction + ", ";
        TypedQuery<Document> documents = entities.createQuery(
                "select d from Document d where " + conditions(query) + " order by " + order + "d.id" + direction,
                Document.class);
        return topics.views(withParameters(documents, query)
                .setFirstResult(first)
                .setMaxResults(size)
                .getResultList());
    }

    /** How many rows the table has. */
    @Requires(Action.SYSTEM_READ)
    public long count(AdministrationQuery query) {
        return withParameters(
                        entities.createQuery("select count(d) from Document d where " + conditions(query), Long.class),
                        query)
                .getSingleResult();
    }

    /** How many documents there are in each status, zeroes included. */
    @Requires(Action.SYSTEM_READ)
    public Map<DocumentStatus, Long> countsByStatus() {
        Map<DocumentStatus, Long> counts = new EnumMap<>(DocumentStatus.class);
        for (DocumentStatus status : DocumentStatus.values()) {
            counts.put(status, 0L);
        }
        entities.createQuery(
                        "select d.status, count(d) from Document d where d.trashRoot is null group by d.status",
                        Object[].class)
                .getResultList()
                .forEach(row -> counts.put((DocumentStatus) row[0], (Long) row[1]));
        return counts;
    }

    /** The topics that documents of a workspace can have, by name. */
    @Requires(Action.SYSTEM_READ)
    public List<TopicView> topics(UUID workspaceId) {
        return workspaceTopics.find(workspaceId);
    }

    private static String conditions(AdministrationQuery query) {
        List<String> conditions = new ArrayList<>(List.of("d.trashRoot is null"));
        if (query.workspaceId() != null) {
            conditions.add("d.workspaceId = :workspace");
        }
        if (query.status() != null) {
            conditions.add("d.status = :status");
        }
        if (query.topicId() != null) {
            conditions.add(
                    "sql('(select count(*) from document_topic where document_id = ? and topic_id = ?)', d.id, :topic) > 0");
        }
        if (query.title() != null) {
            conditions.add("lower(d.title) like :title escape '!'");
        }
        return String.join(" and ", conditions);
    }

    private static <T> TypedQuery<T> withParameters(TypedQuery<T> typed, AdministrationQuery query) {
        if (query.workspaceId() != null) {
            typed.setParameter("workspace", query.workspaceId());
        }
        if (query.status() != null) {
            typed.setParameter("status", query.status());
        }
        if (query.topicId() != null) {
            typed.setParameter("topic", query.topicId());
        }
        if (query.title() != null) {
            typed.setParameter("title", "%" + escaped(query.title()) + "%");
        }
        return typed;
    }

    private static String escaped(String part) {
        return part.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }
}
