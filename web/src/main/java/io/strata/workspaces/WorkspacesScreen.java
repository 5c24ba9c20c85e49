package io.strata.workspaces;

import io.strata.access.Role;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The workspaces of the installation, and who belongs to one of them. */
@Named
@ViewScoped
public class WorkspacesScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    WorkspaceService workspaces;

    @Inject
    MemberService members;

    @Inject
    Messages messages;

    private final CursorPages<WorkspaceView> pages =
            new CursorPages<>(cursor -> workspaces.list(getSearch(), cursor, PAGE));
    private final CursorPages<MemberView> memberPages =
            new CursorPages<>(cursor -> members.list(getSelected().id(), cursor, PAGE));
    private String search;
    private WorkspaceView selected;
    private UUID edited;
    private String name;
    private String handle;
    private Role role = Role.MEMBER;

    public CursorPages<WorkspaceView> getPages() {
        return pages;
    }

    public CursorPages<MemberView> getMembers() {
        return memberPages;
    }

    public String getSearch() {
        return search;
    }

    /** Looks for others and starts at the first page. */
    public void setSearch(String search) {
        this.search = search;
        pages.restart();
    }

    /** Empties the form for a new workspace. */
    public void prepare() {
        edited = null;
        name = null;
    }

    /** Fills the form with a workspace. */
    public void edit(WorkspaceView workspace) {
        edited = workspace.id();
        name = workspace.name();
    }

    /** Makes or renames the workspace of the form. */
    public void save() {
        boolean saved = messages.attemptForm("workspaceForm", () -> {
            if (edited == null) {
                workspaces.create(name);
            } else {
                workspaces.rename(edited, name);
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done(edited == null ? "workspaces.createdNote" : "workspaces.changedNote", name);
            pages.refresh();
            if (selected != null && selected.id().equals(edited)) {
                selected = workspaces.get(edited);
            }
        }
    }

    /** Removes a workspace in which nothing is left. */
    public void delete(WorkspaceView workspace) {
        messages.attempt(() -> workspaces.delete(workspace.id()), "workspaces.deletedNote", workspace.name());
        selected = null;
        pages.refresh();
    }

    /** Shows who belongs to a workspace. */
    public void show(WorkspaceView workspace) {
        selected = workspace;
        handle = null;
        memberPages.restart();
    }

    /** Makes somebody a member. */
    public void add() {
        boolean added =
                messages.attemptForm("members", () -> members.add(selected.id(), new NewMember(null, handle, role)));
        if (added) {
            messages.done("workspaces.addedNote", handle);
            handle = null;
            memberPages.restart();
        }
    }

    /** Gives a member another role. */
    public void change(MemberView member, Role wanted) {
        messages.attempt(
                () -> members.change(selected.id(), member.actorId(), wanted),
                "workspaces.roleNote",
                member.handle(),
                words(wanted));
        memberPages.refresh();
    }

    /** Makes a member none. */
    public void remove(MemberView member) {
        messages.attempt(
                () -> members.remove(selected.id(), member.actorId()), "workspaces.removedNote", member.handle());
        memberPages.refresh();
    }

    /** The roles that a member does not have. */
    public List<Role> others(MemberView member) {
        return Arrays.stream(Role.values()).filter(one -> one != member.role()).toList();
    }

    public Role[] getRoles() {
        return Role.values();
    }

    /** A role in words. */
    public String words(Role one) {
        return one == null ? "" : messages.get("role." + one.name().toLowerCase(Locale.ROOT));
    }

    /** The workspace whose members are shown; {@code null} before one is chosen. */
    public WorkspaceView getSelected() {
        return selected;
    }

    /** Whether the form is for a workspace that there is already. */
    public boolean isEditing() {
        return edited != null;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }
}
