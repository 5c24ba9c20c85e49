package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.graph.NodeReference;
import java.util.List;
import java.util.UUID;

/**
 * Why an actor may or may not do something with a node.
 *
 * @param role the actor's in the workspace; {@code null} when they are no member
 * @param because what decided: {@code administrator} (of the installation), {@code rule}, {@code role}, {@code no_membership}
 *     or {@code not_readable} when the action itself is allowed but the node cannot be read
 * @param rule the rule that decided; {@code null} when none did
 * @param path from the node at which the deciding rule begins, or from the root of the project, down to the node
 * @param overruled the other rules for this actor and action that reach the node, the strongest first
 * @param sentence the same in words
 */
public record Explanation(
        UUID actorId,
        String actorHandle,
        Action action,
        NodeReference node,
        boolean allowed,
        Role role,
        String because,
        RuleView rule,
        List<NodeReference> path,
        List<RuleView> overruled,
        String sentence) {}
