package io.strata.tokens;

import io.strata.access.Action;
import io.strata.access.Open;
import io.strata.access.Policy;
import io.strata.access.PresentedToken;
import io.strata.common.ProblemException;
import io.strata.graph.NodeView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** Says which limit of a token is in the way, for explanations. */
@ApplicationScoped
public class TokenLimits {

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    Policy policy;

    @Inject
    TokenQueries tokens;

    /**
     * A token of an actor.
     *
     * @throws ProblemException validation, when the actor has no such token
     */
    @Open("part of an answer whose service has been asked for permission")
    public TokenView of(UUID actorId, UUID tokenId) {
        ApiToken token = entities.find(ApiToken.class, tokenId);
        if (token == null || !token.actorId().equals(actorId)) {
            throw ProblemException.validation("token", "names no token of this actor");
        }
        return tokens.view(tokenId);
    }

    /**
     * Why something that its actor may do with a node cannot be done with a token: {@code token_ended},
     * {@code token_action} or {@code token_place}. Empty when it can.
     *
     * @param zoneId the node's; {@code null} when it is in none
     */
    @Open("part of an answer whose service has been asked for permission")
    public Optional<String> refusal(TokenView token, Action action, NodeView node, UUID zoneId) {
        if (token.status() != TokenStatus.ACTIVE) {
            return Optional.of("token_ended");
        }
        PresentedToken presented = entities.find(ApiToken.class, token.id()).presented();
        if (!presented.covers(action)) {
            return Optional.of("token_action");
        }
        boolean reaches = !presented.limited()
                || policy.visibility(token.actorId(), token.id(), action).allows(node.workspaceId(), zoneId);
        return reaches ? Optional.empty() : Optional.of("token_place");
    }
}
