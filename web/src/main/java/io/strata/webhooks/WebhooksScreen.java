package io.strata.webhooks;

import io.strata.common.Page;
import io.strata.graph.ProjectService;
import io.strata.graph.ProjectView;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import io.strata.workspaces.WorkspaceService;
import io.strata.workspaces.WorkspaceView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The webhooks of a project and what became of their deliveries; a delivery can be sent again, a webhook tried. */
@Named
@ViewScoped
public class WebhooksScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final Page<DeliveryView> NONE = new Page<>(List.of(), null);

    @Inject
    WorkspaceService workspaces;

    @Inject
    ProjectService projects;

    @Inject
    WebhookService webhooks;

    @Inject
    DeliveryService deliveries;

    @Inject
    Messages messages;

    private final CursorPages<DeliveryView> pages = new CursorPages<>(
            cursor -> getWebhookId() == null ? NONE : deliveries.ofWebhook(getWebhookId(), cursor, PAGE));
    private List<ProjectView> allProjects;
    private UUID projectId;
    private UUID webhookId;
    private DeliveryView selected;

    @PostConstruct
    void load() {
        allProjects = new ArrayList<>();
        for (WorkspaceView workspace : workspaces.choices()) {
            allProjects.addAll(
                    projects.list(workspace.id(), null, Page.MAXIMUM_LIMIT).items());
        }
        if (!allProjects.isEmpty()) {
            setProjectId(allProjects.get(0).id());
        }
    }

    /** The projects to choose from. */
    public List<ProjectView> getProjects() {
        return allProjects;
    }

    /** The webhooks of the chosen project. */
    public List<WebhookView> getWebhooks() {
        return projectId == null
                ? List.of()
                : webhooks.ofProject(projectId, null, Page.MAXIMUM_LIMIT).items();
    }

    public CursorPages<DeliveryView> getPages() {
        return pages;
    }

    /** Shows the deliveries of a webhook. */
    public void show(UUID id) {
        webhookId = id;
        pages.restart();
    }

    /** Sends an event that means nothing. */
    public void test(UUID id) {
        messages.attempt(() -> deliveries.test(id), "webhooks.testedNote");
        show(id);
    }

    /** Sends a delivery again. */
    public void redeliver(UUID id) {
        messages.attempt(() -> deliveries.redeliver(id), "webhooks.redeliveredNote");
        pages.refresh();
    }

    /** The delivery whose body is shown. */
    public DeliveryView getSelected() {
        return selected;
    }

    public void select(DeliveryView delivery) {
        selected = delivery;
    }

    public UUID getWebhookId() {
        return webhookId;
    }

    public UUID getProjectId() {
        return projectId;
    }

    /** Chooses a project, and the first of its webhooks. */
    public void setProjectId(UUID projectId) {
        this.projectId = projectId;
        show(getWebhooks().stream().findFirst().map(WebhookView::id).orElse(null));
    }
}
