package io.strata.accounts;

import io.strata.secrets.SecretToken;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links to a new password: good for half an hour and once. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ResetLinks {

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final String PAGE = "/reset-password.xhtml?token=";

    private static final String CLAIM = """
            delete from password_reset where token_hash = :hash and expires_at > now() returning actor_id
            """;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    /**
     * Makes a link. Its address comes from the settings alone: a request's own idea of this server's name would let
     * whoever asks lead the link's reader elsewhere.
     */
    ResetLink make(Actor actor) {
        SecretToken token = SecretToken.random("");
        Instant expiresAt = Instant.now().plus(LIFETIME);
        entities.persist(new PasswordReset(actor.id(), token, expiresAt));
        String path = PAGE + token.text();
        String server = Settings.get(Setting.PUBLIC_URL).replaceAll("/+$", "");
        return new ResetLink(path, server.isEmpty() ? null : server + path, expiresAt);
    }

    /** Takes a link out of the world and says whose it was; of several at the same time only one succeeds. */
    Optional<UUID> claim(String token) {
        List<?> claimed = entities.createNativeQuery(CLAIM, UUID.class)
                .setParameter("hash", SecretToken.hash(token))
                .getResultList();
        return claimed.stream().map(UUID.class::cast).findFirst();
    }

    /** Makes the other links of an actor worthless. */
    void forget(UUID actorId) {
        entities.createQuery("delete from PasswordReset r where r.actorId = :actor")
                .setParameter("actor", actorId)
                .executeUpdate();
    }
}
