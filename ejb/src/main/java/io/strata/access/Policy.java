package io.strata.access;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Decides what a caller may do. What a caller may not see does not exist for them (not found); what they see but may
 * not do is forbidden. Administrators of the installation and the system itself may do everything.
 *
 * <p>Rules are {@code (actor, group or role, action, scope, allow or deny)}. The nearest scope that has one decides: a node
 * before the subtrees around it, from the inside out, before the workspace. Within a scope a rule for the actor goes
 * before one for a group of theirs, that before one for their role, and deny before allow. Without a rule the role
 * decides ({@link Action}). The decision itself is {@code policy_decisions} in the database, where row-level security asks it too; this class carries it into
 * the services and, as {@link Visibility}, into questions to the graph.
 *
 * <p>A token with limits ({@link PresentedToken}) narrows that down, also for administrators: {@code token_visibility}.
 *
 * <p>Nothing is kept between two requests: a rule that is made or removed counts from the next one.
 */
@ApplicationScoped
public class Policy {

    private static final String VISIBILITY = """
            select wanted.action, array_to_string(v.workspaces, ','), array_to_string(v.hidden, ','),
                   array_to_string(v.granted, ',')
            from unnest(string_to_array(:actions, ',')) as wanted (action),
                 lateral policy_visibility(cast(:actor as uuid), wanted.action) v
            """;

    private static final String VISIBILITY_OF_TOKEN = """
            select wanted.action, array_to_string(v.workspaces, ','), array_to_string(v.hidden, ','),
                   array_to_string(v.granted, ',')
            from unnest(string_to_array(:actions, ',')) as wanted (action),
                 lateral token_visibility(cast(:actor as uuid), cast(:token as uuid), wanted.action) v
            """;

    private static final String MAY_READ = """
            select exists (select from actor a where a.id = cast(:actor as uuid) and a.administrator and a.active)
                or coalesce(cast(:zone as uuid) = any (v.granted), false)
                or (cast(:workspace as uuid) = any (v.workspaces)
                    and not coalesce(cast(:zone as uuid) = any (v.hidden), false))
            from policy_visibility(cast(:actor as uuid), 'NODE_READ') v
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Memberships memberships;

    /**
     * Requires that the caller may do something in a workspace as a whole.
     *
     * @throws ProblemException not found, when the caller has nothing to do with it; forbidden, when they may not do it
     */
    @Open("is itself the decision")
    public void require(Action action, UUID workspaceId) {
        require(action, workspaceId, "workspace");
    }

    /** As {@link #require}, for a thing inside a workspace: says "no such thing" instead of "no such workspace". */
    @Open("is itself the decision")
    public void require(Action action, UUID workspaceId, String what) {
        if (action != Action.AUDIT_READ) { // the audit outlives what it is about
            requireExistence(workspaceId, what);
        }
        if (!visibility(action).allows(workspaceId)) {
            throw refusal(action, workspaceId, what);
        }
    }

    /**
     * Requires that the caller may do something with a thing that hangs on a node.
     *
     * @param zoneId the node's; {@code null} when it is in none
     * @param what what does not exist for a caller who may not read the node
     */
    @Open("is itself the decision")
    public void require(Action action, UUID workspaceId, UUID zoneId, String what) {
        Rights rights = rights(action);
        if (!rights.seen().allows(workspaceId, zoneId)) {
            throw ProblemException.notFound(what);
        }
        if (!rights.permitted().allows(workspaceId, zoneId)) {
            throw forbidden(action);
        }
    }

    /**
     * Requires that the caller may do something in a workspace or in a part of it; what they then find is narrowed down
     * by the questions themselves.
     */
    @Open("is itself the decision")
    public void requireSomewhere(Action action, UUID workspaceId) {
        requireExistence(workspaceId, "workspace");
        if (!visibility(action).allows(workspaceId) && !visibleWorkspaces().contains(workspaceId)) {
            throw refusal(action, workspaceId, "workspace");
        }
    }

    /** Requires an administrator of the installation. */
    @Open("is itself the decision")
    public void requireAdministrator(Action action) {
        if (!CurrentCaller.require().administrator()) {
            throw forbidden(action);
        }
    }

    /** The workspaces that the caller can see, or of which they can see a part. */
    @Open("answers with no more than what the caller can see")
    public List<UUID> visibleWorkspaces() {
        Caller caller = CurrentCaller.require();
        if (caller.administrator()) {
            return entities.createQuery("select distinct m.key.workspaceId from Membership m", UUID.class)
                    .getResultList();
        }
        Visibility visible = visibility(Action.NODE_READ);
        Stream<String> partly = visible.granted().isEmpty()
                ? Stream.empty()
                : entities.createQuery(
                                "select distinct z.workspaceId from PolicyZone z where z.id in :zones", UUID.class)
                        .setParameter(
                                "zones",
                                visible.granted().stream().map(UUID::fromString).toList())
                        .getResultStream()
                        .map(UUID::toString);
        return Stream.of(visible.workspaces().stream(), visibility(Action.WORKSPACE_READ).workspaces().stream(), partly)
                .flatMap(workspaces -> workspaces)
                .distinct()
                .map(UUID::fromString)
                .toList();
    }

    /** The nodes with which the caller may do something, as a condition for questions to the graph. */
    @Open("answers with no more than what the caller can see")
    public Visibility visibility(Action action) {
        return visibilities(action).get(action);
    }

    /** The nodes with which somebody, not necessarily the caller, may do something with a token that has limits. */
    @Open("part of an answer whose service has been asked for permission")
    public Visibility visibility(UUID actorId, UUID tokenId, Action action) {
        Query query = entities.createNativeQuery(VISIBILITY_OF_TOKEN)
                .setParameter("actions", action.name())
                .setParameter("actor", actorId.toString())
                .setParameter("token", tokenId.toString());
        return read(query).get(action);
    }

    /** What the caller sees, and with which part of it they may do something, in one question to the database. */
    @Open("answers with no more than what the caller can see")
    public Rights rights(Action action) {
        Map<Action, Visibility> visibilities = visibilities(Action.NODE_READ, action);
        return new Rights(action, visibilities.get(Action.NODE_READ), visibilities.get(action));
    }

    /** The same for several things at once, in one question to the database. */
    @Open("answers with no more than what the caller can see")
    public Map<Action, Visibility> visibilities(Collection<Action> actions) {
        return visibilities(actions.toArray(Action[]::new));
    }

    /**
     * Whether somebody, not necessarily the caller, may read what is in a zone: for what is sent to them later.
     *
     * @param zoneId {@code null} for what is in none
     */
    @Open("decides what a service sends, not what the caller learns")
    public boolean mayRead(UUID actorId, UUID workspaceId, UUID zoneId) {
        return (Boolean) entities.createNativeQuery(MAY_READ)
                .setParameter("actor", actorId.toString())
                .setParameter("workspace", workspaceId.toString())
                .setParameter("zone", zoneId == null ? null : zoneId.toString())
                .getSingleResult();
    }

    private Map<Action, Visibility> visibilities(Action... actions) {
        Caller caller = CurrentCaller.require();
        if (caller.administrator()) {
            Map<Action, Visibility> everything = new EnumMap<>(Action.class);
            Arrays.stream(actions).forEach(action -> everything.put(action, Visibility.ofEverything()));
            return everything;
        }
        String names = String.join(
                ",", Arrays.stream(actions).map(Action::name).distinct().toList());
        Optional<PresentedToken> limits = caller.limits();
        Query query = entities.createNativeQuery(limits.isPresent() ? VISIBILITY_OF_TOKEN : VISIBILITY)
                .setParameter("actions", names)
                .setParameter("actor", caller.actorId().toString());
        limits.ifPresent(token -> query.setParameter("token", token.id().toString()));
        return read(query);
    }

    private static Map<Action, Visibility> read(Query query) {
        Map<Action, Visibility> visibilities = new EnumMap<>(Action.class);
        for (Object row : query.getResultList()) {
            Object[] columns = (Object[]) row;
            visibilities.put(
                    Action.valueOf((String) columns[0]),
                    new Visibility(false, ids(columns[1]), ids(columns[2]), ids(columns[3])));
        }
        return visibilities;
    }

    /** Administrators may do everything everywhere, so for them nothing else tells that there is no such workspace. */
    private void requireExistence(UUID workspaceId, String what) {
        Caller caller = CurrentCaller.require();
        if (!caller.administrator() || caller.equals(Caller.system())) {
            return;
        }
        boolean exists = (Boolean)
                entities.createNativeQuery("select exists (select from workspace where id = :id)", Boolean.class)
                        .setParameter("id", workspaceId)
                        .getSingleResult();
        if (!exists) {
            throw ProblemException.notFound(what);
        }
    }

    private ProblemException refusal(Action action, UUID workspaceId, String what) {
        boolean known = (CurrentCaller.require().limits().isEmpty()
                        && memberships.roleOfCaller(workspaceId).isPresent())
                || visibleWorkspaces().contains(workspaceId);
        return known ? forbidden(action) : ProblemException.notFound(what);
    }

    private static List<String> ids(Object joined) {
        String text = (String) joined;
        return text == null || text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    static ProblemException forbidden(Action action) {
        String words = action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ProblemException(ProblemType.FORBIDDEN, "You lack the permission: " + words + ".");
    }
}
