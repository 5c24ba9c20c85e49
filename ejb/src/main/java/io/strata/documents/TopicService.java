package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.workspaces.WorkspaceService.WorkspaceCreated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The topics of a workspace: the ones it begins with, and what people make of them. */
@ApplicationScoped
@Transactional
public class TopicService {

    private static final int MAXIMUM_TOPICS = 200;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    /** Gives a new workspace the topics that most organisations start with. */
    void createDefaults(@Observes WorkspaceCreated event) {
        DefaultTopics.ALL.forEach(request -> entities.persist(new Topic(event.workspaceId(), request)));
    }

    /** Creates a topic; documents that are classified from now on may get it. */
    @Requires(Action.TOPIC_MANAGE)
    public TopicView create(UUID workspaceId, TopicRequest request) {
        policy.require(Action.TOPIC_MANAGE, workspaceId);
        request.validateAsNew();
        requireFree(workspaceId, request.name(), null);
        if (find(workspaceId).size() >= MAXIMUM_TOPICS) {
            throw ProblemException.conflict("A workspace has at most " + MAXIMUM_TOPICS + " topics.");
        }
        Topic topic = new Topic(workspaceId, request);
        entities.persist(topic);
        TopicView view = topic.view();
        audit.record("topic.created", "topic", view.id(), workspaceId, null, view);
        return view;
    }

    /** Changes a topic; documents keep the topics they have. */
    @Requires(Action.TOPIC_MANAGE)
    public TopicView change(UUID id, TopicRequest request) {
        Topic topic = visible(id, Action.TOPIC_MANAGE);
        request.validateAsChange();
        if (request.name() != null) {
            requireFree(topic.workspaceId(), request.name(), id);
        }
        TopicView before = topic.view();
        topic.change(request);
        TopicView after = topic.view();
        audit.record("topic.changed", "topic", id, topic.workspaceId(), before, after);
        return after;
    }

    /** Removes a topic from the workspace and from every document that has it. */
    @Requires(Action.TOPIC_MANAGE)
    public void delete(UUID id) {
        Topic topic = visible(id, Action.TOPIC_MANAGE);
        audit.record("topic.deleted", "topic", id, topic.workspaceId(), topic.view(), null);
        entities.remove(topic);
    }

    /** A topic. */
    @Requires(Action.DOCUMENT_READ)
    public TopicView get(UUID id) {
        return visible(id, Action.DOCUMENT_READ).view();
    }

    /** All topics of a workspace by name; there are never so many that a list needs pages. */
    @Requires(Action.DOCUMENT_READ)
    public Page<TopicView> list(UUID workspaceId) {
        policy.require(Action.DOCUMENT_READ, workspaceId);
        return new Page<>(find(workspaceId), null);
    }

    List<TopicView> find(UUID workspaceId) {
        return entities.createQuery(
                        "select t from Topic t where t.workspaceId = :workspace order by lower(t.name)", Topic.class)
                .setParameter("workspace", workspaceId)
                .getResultStream()
                .map(Topic::view)
                .toList();
    }

    private Topic visible(UUID id, Action action) {
        Topic topic = entities.find(Topic.class, id);
        if (topic == null) {
            throw ProblemException.notFound("topic");
        }
        policy.require(action, topic.workspaceId(), "topic");
        return topic;
    }

    private void requireFree(UUID workspaceId, String name, UUID exceptTopic) {
        boolean taken = find(workspaceId).stream()
                .anyMatch(topic -> topic.name().equalsIgnoreCase(name.strip())
                        && !topic.id().equals(exceptTopic));
        if (taken) {
            throw ProblemException.conflict("There is already a topic with this name.");
        }
    }
}
