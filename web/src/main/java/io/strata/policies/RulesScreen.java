package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.access.ZoneReach;
import io.strata.common.Page;
import io.strata.groups.GroupService;
import io.strata.groups.GroupView;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import io.strata.workspaces.WorkspaceService;
import io.strata.workspaces.WorkspaceView;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The rules of a workspace: what they say, new ones, and why somebody may or may not do something. */
@Named
@ViewScoped
public class RulesScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final Page<RuleView> NONE = new Page<>(List.of(), null);

    @Inject
    WorkspaceService workspaces;

    @Inject
    RuleService rules;

    @Inject
    GroupService groups;

    @Inject
    ExplanationService explanations;

    @Inject
    Messages messages;

    private final CursorPages<RuleView> pages =
            new CursorPages<>(cursor -> getWorkspaceId() == null ? NONE : rules.list(getWorkspaceId(), cursor, PAGE));
    private List<WorkspaceView> allWorkspaces;
    private UUID workspaceId;
    private List<GroupView> workspaceGroups = List.of();
    private RuleDraft draft = new RuleDraft();
    private String askedNode;
    private String askedActor;
    private Action askedAction = Action.NODE_READ;
    private Explanation explanation;
    private String refusal;

    @PostConstruct
    void load() {
        allWorkspaces = workspaces.choices();
        workspaceId = allWorkspaces.stream().findFirst().map(WorkspaceView::id).orElse(null);
    }

    /** Makes the rule that was drafted. */
    public void create() {
        messages.attempt(() -> rules.create(workspaceId, draft.request()), "rules.createdNote");
        pages.restart();
    }

    /** Removes a rule. */
    public void delete(UUID id) {
        messages.attempt(() -> rules.delete(id), "rules.deletedNote");
        pages.restart();
    }

    /** Asks why. */
    public void explain() {
        explanation = null;
        refusal = messages.reasonAgainst(() -> explanation = explanations.explain(
                askedNode == null || askedNode.isBlank() ? " " : askedNode.strip(),
                askedActor == null || askedActor.isBlank() ? null : askedActor.strip(),
                askedAction,
                null));
    }

    /** The workspaces to choose from. */
    public List<WorkspaceView> getWorkspaces() {
        return allWorkspaces;
    }

    public CursorPages<RuleView> getPages() {
        return pages;
    }

    /** The actions that rules can be about. */
    public List<Action> getActions() {
        return Arrays.stream(Action.values()).filter(Action::ruled).toList();
    }

    /** The actions that can be explained for a node. */
    public List<Action> getNodeActions() {
        return Arrays.stream(Action.values()).filter(Action::onNodes).toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public ZoneReach[] getReaches() {
        return ZoneReach.values();
    }

    public Effect[] getEffects() {
        return Effect.values();
    }

    /** The constant in words. */
    public String words(Enum<?> constant) {
        return constant == null
                ? ""
                : constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    public RuleDraft getDraft() {
        return draft;
    }

    /** Begins a new rule. */
    public void begin() {
        draft = new RuleDraft();
        workspaceGroups = groups.list(workspaceId, null, Page.MAXIMUM_LIMIT).items();
    }

    /** The groups that the rule can be for. */
    public List<GroupView> getGroups() {
        return workspaceGroups;
    }

    /** Whom a rule is for, in words. */
    public String whom(RuleView rule) {
        if (rule.role() != null) {
            return messages.get("rules.everyRole", words(rule.role()));
        }
        return rule.groupId() == null ? rule.actorHandle() : messages.get("rules.groupNamed", rule.groupName());
    }

    public UUID getWorkspaceId() {
        return workspaceId;
    }

    /** Chooses a workspace. */
    public void setWorkspaceId(UUID workspaceId) {
        this.workspaceId = workspaceId;
        pages.restart();
    }

    public String getAskedNode() {
        return askedNode;
    }

    public void setAskedNode(String askedNode) {
        this.askedNode = askedNode;
    }

    public String getAskedActor() {
        return askedActor;
    }

    public void setAskedActor(String askedActor) {
        this.askedActor = askedActor;
    }

    public Action getAskedAction() {
        return askedAction;
    }

    public void setAskedAction(Action askedAction) {
        this.askedAction = askedAction;
    }

    /** The answer; {@code null} before the question and when it was refused. */
    public Explanation getExplanation() {
        return explanation;
    }

    /** Why the question was refused; {@code null} when it was not. */
    public String getRefusal() {
        return refusal;
    }
}
