package io.strata.tokens;

import io.strata.accounts.agents.AgentChange;
import io.strata.accounts.agents.AgentService;
import io.strata.accounts.agents.AgentView;
import io.strata.accounts.agents.NewAgent;
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
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The agents of a workspace and their tokens. */
@Named
@ViewScoped
public class AgentsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final int TOKENS = 10;
    private static final Page<AgentView> NONE = new Page<>(List.of(), null);

    @Inject
    WorkspaceService workspaces;

    @Inject
    AgentService agents;

    @Inject
    TokenService tokens;

    @Inject
    Messages messages;

    private final CursorPages<AgentView> pages =
            new CursorPages<>(cursor -> getWorkspaceId() == null ? NONE : agents.list(getWorkspaceId(), cursor, PAGE));
    private List<WorkspaceView> allWorkspaces;
    private UUID workspaceId;
    private AgentView edited;
    private AgentView shown;
    private TokenDesk desk;
    private String handle;
    private String displayName;
    private String description;
    private String ownerHandle;

    @PostConstruct
    void load() {
        allWorkspaces = workspaces.choices();
        workspaceId = allWorkspaces.stream().findFirst().map(WorkspaceView::id).orElse(null);
    }

    /** Empties the form for a new agent. */
    public void prepare() {
        fill(null);
    }

    /** Fills the form with an agent. */
    public void edit(AgentView agent) {
        fill(agent);
    }

    private void fill(AgentView agent) {
        edited = agent;
        handle = agent == null ? null : agent.handle();
        displayName = agent == null ? null : agent.displayName();
        description = agent == null ? null : agent.description();
        ownerHandle = agent == null ? null : agent.ownerHandle();
    }

    /** Makes or changes the agent of the form. */
    public void save() {
        String name = displayName == null ? "" : displayName;
        String about = description == null ? "" : description;
        String owner = ownerHandle == null || ownerHandle.isBlank() ? null : ownerHandle;
        boolean saved = messages.attemptForm("agentForm", () -> {
            if (edited == null) {
                agents.create(workspaceId, new NewAgent(handle, name, about, owner));
            } else {
                agents.change(edited.id(), new AgentChange(name, about, owner));
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done(edited == null ? "agents.createdNote" : "agents.changedNote", handle);
            pages.refresh();
        }
    }

    /** Refuses an agent's tokens. */
    public void deactivate(AgentView agent) {
        messages.attempt(() -> agents.deactivate(agent.id()), "agents.deactivatedNote", agent.handle());
        pages.refresh();
    }

    /** Takes an agent's tokens again. */
    public void reactivate(AgentView agent) {
        messages.attempt(() -> agents.reactivate(agent.id()), "agents.reactivatedNote", agent.handle());
        pages.refresh();
    }

    /** Shows the tokens of an agent. */
    public void show(AgentView agent) {
        UUID id = agent.id();
        shown = agent;
        desk = new TokenDesk(
                cursor -> tokens.ofAgent(id, cursor, TOKENS), wanted -> tokens.issueFor(id, wanted), tokens, messages);
    }

    public CursorPages<AgentView> getPages() {
        return pages;
    }

    /** The workspaces to choose from. */
    public List<WorkspaceView> getWorkspaces() {
        return allWorkspaces;
    }

    public UUID getWorkspaceId() {
        return workspaceId;
    }

    /** Chooses a workspace. */
    public void setWorkspaceId(UUID workspaceId) {
        this.workspaceId = workspaceId;
        shown = null;
        desk = null;
        pages.restart();
    }

    /** The agent in the form; {@code null} when it is a new one. */
    public AgentView getEdited() {
        return edited;
    }

    /** The agent whose tokens are shown; {@code null} for none. */
    public AgentView getShown() {
        return shown;
    }

    /** The tokens of that agent. */
    public TokenDesk getDesk() {
        return desk;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getOwnerHandle() {
        return ownerHandle;
    }

    public void setOwnerHandle(String ownerHandle) {
        this.ownerHandle = ownerHandle;
    }
}
