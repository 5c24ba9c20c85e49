package io.strata.tokens;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.accounts.Actor;
import io.strata.audit.AuditLog;
import io.strata.common.LowerCaseEnumAdapter;
import io.strata.secrets.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of tokens, as they are used. */
@ApplicationScoped
@Transactional
class TokenLedger {

    /** How exact the times of the last use and the last refusal are; what comes sooner writes nothing. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    /** A token that somebody has presented, and whose it is. */
    record Presentation(ApiToken token, Actor actor) {

        /** Whether it is taken. */
        boolean valid() {
            return actor.active() && token.status(Instant.now()) == TokenStatus.ACTIVE;
        }

        /** Whether it is time to note again that it is used. */
        boolean stale() {
            return token.lastUsedAt() == null
                    || token.lastUsedAt().isBefore(Instant.now().minus(EXACTNESS));
        }

        Caller caller() {
            return actor.asCallerWith(token.presented());
        }
    }

    /** What the audit says of a token that was not taken. */
    public record Refused(String name, String status) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AuditLog audit;

    /** The token behind a text, if there is one, whether it is taken or not. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Presentation> find(String text) {
        return entities.createQuery("""
                        select t, a from ApiToken t join Actor a on a.id = t.actorId where t.tokenHash = :hash
                        """, Object[].class)
                .setParameter("hash", SecretToken.hash(text))
                .getResultStream()
                .findFirst()
                .map(row -> new Presentation((ApiToken) row[0], (Actor) row[1]));
    }

    /** A token by its id, whether it is taken or not. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Presentation> find(UUID tokenId) {
        return Optional.ofNullable(entities.find(ApiToken.class, tokenId))
                .map(token -> new Presentation(token, entities.find(Actor.class, token.actorId())));
    }

    /** Notes that a token is used now. */
    void use(ApiToken token) {
        entities.createQuery("update ApiToken t set t.lastUsedAt = :now where t.id = :id")
                .setParameter("now", Instant.now())
                .setParameter("id", token.id())
                .executeUpdate();
    }

    /** Notes that a token is used that has ended: somebody has it who should not, or a program was forgotten. */
    void refuse(Presentation presentation) {
        Instant now = Instant.now();
        int noted = entities.createQuery("""
                        update ApiToken t set t.refusedAt = :now
                        where t.id = :id and (t.refusedAt is null or t.refusedAt < :before)
                        """)
                .setParameter("now", now)
                .setParameter("before", now.minus(EXACTNESS))
                .setParameter("id", presentation.token().id())
                .executeUpdate();
        if (noted == 1) {
            ApiToken token = presentation.token();
            String status = presentation.actor().active()
                    ? LowerCaseEnumAdapter.write(token.status(now))
                    : "its actor is not active";
            CurrentCaller.runAs(
                    Caller.system(),
                    () -> audit.record(
                            "token.refused", "token", token.id(), null, null, new Refused(token.name(), status)));
        }
    }
}
