package io.strata.groups;

import io.strata.access.Role;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The groups of a workspace and who is in them. */
@Named
@ViewScoped
public class GroupsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;
    private static final Page<GroupView> NONE = new Page<>(List.of(), null);
    private static final Page<GroupMemberView> NOBODY = new Page<>(List.of(), null);

    @Inject
    WorkspaceService workspaces;

    @Inject
    GroupService groups;

    @Inject
    Messages messages;

    private final CursorPages<GroupView> pages =
            new CursorPages<>(cursor -> getWorkspaceId() == null ? NONE : groups.list(getWorkspaceId(), cursor, PAGE));
    private final CursorPages<GroupMemberView> members = new CursorPages<>(
            cursor -> getShown() == null ? NOBODY : groups.members(getShown().id(), cursor, PAGE));
    private List<WorkspaceView> allWorkspaces;
    private UUID workspaceId;
    private GroupView edited;
    private GroupView shown;
    private String name;
    private String description;
    private Role role;
    private String handle;

    @PostConstruct
    void load() {
        allWorkspaces = workspaces.choices();
        workspaceId = allWorkspaces.stream().findFirst().map(WorkspaceView::id).orElse(null);
    }

    /** Empties the form for a new group. */
    public void prepare() {
        fill(null);
    }

    /** Fills the form with a group. */
    public void edit(GroupView group) {
        fill(group);
    }

    private void fill(GroupView group) {
        edited = group;
        name = group == null ? null : group.name();
        description = group == null ? null : group.description();
        role = group == null ? null : group.role();
    }

    /** Makes or changes the group of the form. */
    public void save() {
        String called = name == null ? "" : name;
        String about = description == null ? "" : description;
        boolean saved = messages.attemptForm("groupForm", () -> {
            if (edited == null) {
                groups.create(workspaceId, new NewGroup(called, about, role));
            } else {
                groups.change(edited.id(), new GroupChange(called, about, role, role == null ? List.of("role") : null));
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done(edited == null ? "groups.createdNote" : "groups.changedNote", called);
            pages.refresh();
        }
    }

    /** Removes a group. */
    public void delete(GroupView group) {
        messages.attempt(() -> groups.delete(group.id()), "groups.deletedNote", group.name());
        show(null);
        pages.restart();
    }

    /** Shows who is in a group. */
    public void show(GroupView group) {
        shown = group;
        handle = null;
        members.restart();
    }

    /** Puts somebody into the group that is shown. */
    public void add() {
        String wanted = handle == null ? "" : handle.strip();
        if (messages.attemptForm("members", () -> groups.add(shown.id(), new NewGroupMember(null, wanted)))) {
            messages.done("groups.addedNote", wanted);
            handle = null;
        }
        members.refresh();
        pages.refresh();
    }

    /** Takes somebody out of it. */
    public void remove(GroupMemberView member) {
        messages.attempt(() -> groups.remove(shown.id(), member.actorId()), "groups.removedNote", member.handle());
        members.restart();
        pages.refresh();
    }

    public CursorPages<GroupView> getPages() {
        return pages;
    }

    public CursorPages<GroupMemberView> getMembers() {
        return members;
    }

    /** The workspaces to choose from. */
    public List<WorkspaceView> getWorkspaces() {
        return allWorkspaces;
    }

    /** The roles that a group can give. */
    public List<Role> getRoles() {
        return Arrays.stream(Role.values()).filter(one -> one != Role.OWNER).toList();
    }

    /** The role in words. */
    public String words(Role one) {
        return one == null ? messages.get("groups.noRole") : one.name().toLowerCase(Locale.ROOT);
    }

    public UUID getWorkspaceId() {
        return workspaceId;
    }

    /** Chooses a workspace. */
    public void setWorkspaceId(UUID workspaceId) {
        this.workspaceId = workspaceId;
        show(null);
        pages.restart();
    }

    /** The group in the form; {@code null} when it is a new one. */
    public GroupView getEdited() {
        return edited;
    }

    /** The group whose members are shown; {@code null} for none. */
    public GroupView getShown() {
        return shown;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }
}
