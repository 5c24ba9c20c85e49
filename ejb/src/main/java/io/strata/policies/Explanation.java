package io.strata.policies;

import io.strata.access.Action;
import io.strata.access.Role;
import io.strata.graph.NodeReference;
import io.strata.tokens.TokenView;
import java.util.List;
import java.util.UUID;

/**
 * Why an actor may or may not do something with a node.
 *
 * @param role the actor's in the workspace; {@code null} when they are no member
 * @param group the name of the group that gives them the role; {@code null} when their own membership does
 * @param because what decided: {@code administrator} (of the installation), {@code rule}, {@code role}, {@code no_membership}
 *     or {@code not_readable} when the action itself is allowed but the node cannot be read; {@code token_action} or
 *     {@code token_place} when the actor may, but not with this token, and {@code token_ended}
 * @param rule the rule that decided; {@code null} when none did
 * @param path from the node at which the deciding rule begins, or from the root of the project, down to the node
 * @param overruled the other rules for this actor and action that reach the node, the strongest first
 * @param token with which it is asked; {@code null} for somebody who has signed in
 * @param sentence the same in words
 */
public record Explanation(
        UUID actorId,
        String actorHandle,
        Action action,
        NodeReference node,
        boolean allowed,
        Role role,
        String group,
        String because,
        RuleView rule,
        List<NodeReference> path,
        List<RuleView> overruled,
        TokenView token,
        String sentence) {}
