package io.strata.webhooks;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.audit.AuditLog;
import io.strata.common.Page;
import io.strata.common.ProblemException;
import io.strata.common.UuidV7;
import io.strata.common.Validation;
import io.strata.egress.EgressClient;
import io.strata.egress.EgressRefusedException;
import io.strata.graph.NodeService;
import io.strata.graph.NodeView;
import io.strata.secrets.SecretSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Webhooks of projects: making, changing and removing them. */
@ApplicationScoped
@Transactional
public class WebhookService {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    AuditLog audit;

    @Inject
    SecretSeal seal;

    @Inject
    EgressClient egress;

    @Inject
    NodeService nodes;

    /** Creates a webhook; the answer is the only one that ever shows the secret. */
    @Requires(Action.WEBHOOK_MANAGE)
    public WebhookView create(UUID projectId, WebhookChange wanted) {
        UUID workspaceId = workspaceOf(projectId);
        policy.require(Action.WEBHOOK_MANAGE, workspaceId, "project");
        WebhookChange change = wanted.withDefaults();
        change.validate().present("url", change.url()).done();
        requireReachable(change.url());
        UUID id = UuidV7.next();
        WebhookSecret secret = WebhookSecret.generate();
        Webhook webhook = new Webhook(
                id, projectId, workspaceId, CurrentCaller.require().actorId(), seal.seal(id, secret.bytes()));
        webhook.change(change);
        narrow(webhook, change.subtree());
        entities.persist(webhook);
        audit.record("webhook.created", "webhook", id, workspaceId, null, webhook.view());
        return webhook.view(secret.text());
    }

    /** A webhook. */
    @Requires(Action.WEBHOOK_MANAGE)
    public WebhookView get(UUID id) {
        return require(id).view();
    }

    /** The webhooks of a project, in the order they were made. */
    @Requires(Action.WEBHOOK_MANAGE)
    public Page<WebhookView> ofProject(UUID projectId, String cursor, Integer requestedLimit) {
        policy.require(Action.WEBHOOK_MANAGE, workspaceOf(projectId), "project");
        int limit = Page.limit(requestedLimit);
        UUID after = cursor == null ? new UUID(0, 0) : Validation.identifier(cursor, "cursor");
        List<WebhookView> found = entities.createQuery(
                        "select w from Webhook w where w.projectId = :project and w.id > :after order by w.id",
                        Webhook.class)
                .setParameter("project", projectId)
                .setParameter("after", after)
                .setMaxResults(limit + 1)
                .getResultStream()
                .map(Webhook::view)
                .toList();
        return Page.of(found, limit, view -> view.id().toString());
    }

    /** Changes a webhook. */
    @Requires(Action.WEBHOOK_MANAGE)
    public WebhookView change(UUID id, WebhookChange change) {
        Webhook webhook = require(id);
        change.validate().done();
        if (change.url() != null) {
            requireReachable(change.url());
        }
        WebhookView before = webhook.view();
        webhook.change(change);
        narrow(webhook, change.subtree());
        WebhookView after = webhook.view();
        audit.record("webhook.changed", "webhook", id, webhook.workspaceId(), before, after);
        return after;
    }

    /**
     * Gives a webhook another secret, shown in this answer only. The one before signs as well for a while, so that the
     * receiver can change over without losing a message.
     */
    @Requires(Action.WEBHOOK_MANAGE)
    public WebhookView rotateSecret(UUID id, SecretRotation rotation) {
        Webhook webhook = require(id);
        rotation.validate().done();
        WebhookView before = webhook.view();
        WebhookSecret secret = WebhookSecret.generate();
        webhook.rotate(seal.seal(id, secret.bytes()), rotation.overlap());
        audit.record("webhook.secret_rotated", "webhook", id, webhook.workspaceId(), before, webhook.view());
        return webhook.view(secret.text());
    }

    /** Removes a webhook and the record of its deliveries. */
    @Requires(Action.WEBHOOK_MANAGE)
    public void delete(UUID id) {
        Webhook webhook = require(id);
        audit.record("webhook.deleted", "webhook", id, webhook.workspaceId(), webhook.view(), null);
        entities.remove(webhook);
    }

    /** A webhook that the caller manages. */
    Webhook require(UUID id) {
        Webhook webhook = entities.find(Webhook.class, id);
        if (webhook == null) {
            throw ProblemException.notFound("webhook");
        }
        policy.require(Action.WEBHOOK_MANAGE, webhook.workspaceId(), "webhook");
        return webhook;
    }

    /** A node that the caller does not see looks like one that is not there. */
    private void narrow(Webhook webhook, String subtree) {
        if (subtree == null) {
            return;
        }
        if (subtree.isBlank()) {
            webhook.narrowTo(null);
            return;
        }
        try {
            NodeView node = nodes.require(subtree.strip(), Action.NODE_READ);
            if (node.projectId().equals(webhook.projectId())) {
                webhook.narrowTo(node.id());
                return;
            }
        } catch (ProblemException absent) {
            // falls through: absent, invisible and elsewhere look the same
        }
        throw ProblemException.validation("subtree", "names no node of this project");
    }

    private UUID workspaceOf(UUID projectId) {
        List<?> found = entities.createNativeQuery("select workspace_id from project where id = :id", UUID.class)
                .setParameter("id", projectId)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast).orElseThrow(() -> ProblemException.notFound("project"));
    }

    private void requireReachable(String url) {
        try {
            egress.check(URI.create(url));
        } catch (EgressRefusedException e) {
            throw ProblemException.validation("url", e.getMessage());
        }
    }
}
