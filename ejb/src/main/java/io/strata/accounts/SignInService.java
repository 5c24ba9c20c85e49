package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.audit.AuditLog;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.Validation;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Signing in with a local account, finding out who a token belongs to, and signing out. */
@ApplicationScoped
@Transactional
public class SignInService {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MAXIMUM_PASSWORD_LENGTH = 1024;

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AuditLog audit;

    /**
     * Signs a person in.
     *
     * @throws ProblemException unauthenticated, without saying whether the handle or the password was wrong
     */
    @Open("proves who the caller is")
    public SignedIn signIn(String handle, String password) {
        new Validation()
                .text("handle", handle, 200)
                .text("password", password, MAXIMUM_PASSWORD_LENGTH)
                .done();
        Actor actor = entities.createQuery("select a from Actor a where a.handle = :handle and a.active", Actor.class)
                .setParameter("handle", handle.strip().toLowerCase(java.util.Locale.ROOT))
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (!Passwords.matches(password, actor == null ? null : actor.passwordHash())) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "The handle or the password is wrong.");
        }
        String token = newToken();
        AccessSession session = new AccessSession(hash(token), actor.id(), lifetime());
        entities.persist(session);
        Caller caller = actor.asCaller();
        CurrentCaller.runAs(caller, () -> audit.record("session.started", "session", session.id(), null, null, null));
        return new SignedIn(token, session.expiresAt(), caller);
    }

    /** Who a token belongs to, if it is a valid one. */
    @Open("finds out who the caller is")
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Caller> resolve(String token) {
        return entities.createQuery("""
                        select a from AccessSession s, Actor a
                        where s.tokenHash = :hash and s.expiresAt > :now and a.id = s.actorId and a.active
                        """, Actor.class)
                .setParameter("hash", hash(token))
                .setParameter("now", Instant.now())
                .getResultStream()
                .findFirst()
                .map(Actor::asCaller);
    }

    /** Ends the sign-in of a token; harmless when it has ended before. */
    @Open("a token can always be given up")
    public void signOut(String token) {
        entities.createQuery("delete from AccessSession s where s.tokenHash = :hash")
                .setParameter("hash", hash(token))
                .executeUpdate();
    }

    private static Duration lifetime() {
        return Duration.ofHours(Settings.number(Setting.SESSION_HOURS));
    }

    private static String newToken() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return "strata_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
