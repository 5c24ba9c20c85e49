package io.strata.graph;

import io.strata.common.Page;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import io.strata.workspaces.WorkspaceService;
import io.strata.workspaces.WorkspaceView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The projects of a workspace; of one of them, what its issues can be and its cycles. */
@Named
@ViewScoped
public class ProjectsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final Page<ProjectView> NONE = new Page<>(List.of(), null);

    @Inject
    WorkspaceService workspaces;

    @Inject
    ProjectService projects;

    @Inject
    WorkflowService workflows;

    @Inject
    Messages messages;

    private final CursorPages<ProjectView> pages = new CursorPages<>(
            cursor -> getWorkspaceId() == null ? NONE : projects.list(getWorkspaceId(), cursor, PAGE));
    private List<WorkspaceView> allWorkspaces;
    private UUID workspaceId;
    private ProjectView selected;
    private UUID edited;
    private String key;
    private String name;
    private WorkflowDraft draft;

    @PostConstruct
    void load() {
        allWorkspaces = workspaces.choices();
        workspaceId = allWorkspaces.stream().findFirst().map(WorkspaceView::id).orElse(null);
    }

    /** Empties the form for a new project. */
    public void prepare() {
        edited = null;
        key = null;
        name = null;
    }

    /** Fills the form with a project. */
    public void edit(ProjectView project) {
        edited = project.id();
        key = project.key();
        name = project.name();
    }

    /** Makes or renames the project of the form. */
    public void save() {
        boolean saved = messages.attemptForm("projectForm", () -> {
            if (edited == null) {
                projects.create(workspaceId, key, name);
            } else {
                projects.rename(edited, name);
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done(edited == null ? "projects.createdNote" : "projects.changedNote", key);
            pages.refresh();
        }
    }

    /** Removes a project of which only the root is left. */
    public void delete(ProjectView project) {
        messages.attempt(() -> projects.delete(project.id()), "projects.deletedNote", project.key());
        selected = null;
        pages.refresh();
    }

    /** Shows the settings of a project. */
    public void show(ProjectView project) {
        selected = project;
        reset();
    }

    /** Forgets what was edited of the workflow. */
    public void reset() {
        draft = new WorkflowDraft(workflows.get(selected.id()));
    }

    /** Gives the project the workflow that was edited. */
    public void saveWorkflow() {
        boolean saved = messages.attemptForm("workflow", () -> workflows.change(selected.id(), draft.change()));
        if (saved) {
            messages.done("projects.workflowNote", selected.key());
            reset();
        }
    }

    /** The workspaces to choose from. */
    public List<WorkspaceView> getWorkspaces() {
        return allWorkspaces;
    }

    public CursorPages<ProjectView> getPages() {
        return pages;
    }

    public StatusCategory[] getCategories() {
        return StatusCategory.values();
    }

    /** A category in words. */
    public String words(StatusCategory category) {
        return messages.get("category." + category.name().toLowerCase(Locale.ROOT));
    }

    /** The project whose settings are shown; {@code null} before one is chosen. */
    public ProjectView getSelected() {
        return selected;
    }

    public WorkflowDraft getDraft() {
        return draft;
    }

    /** Whether the form is for a project that there is already. */
    public boolean isEditing() {
        return edited != null;
    }

    public UUID getWorkspaceId() {
        return workspaceId;
    }

    /** Chooses a workspace. */
    public void setWorkspaceId(UUID workspaceId) {
        if (workspaceId != null && !workspaceId.equals(this.workspaceId)) {
            selected = null;
        }
        this.workspaceId = workspaceId;
        pages.restart();
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
