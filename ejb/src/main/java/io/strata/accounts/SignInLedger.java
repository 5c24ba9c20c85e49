package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.audit.AuditLog;
import io.strata.secrets.SecretToken;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows of sign-ins and their tokens. */
@ApplicationScoped
@Transactional
class SignInLedger {

    /** How long the requests that a browser sends together may take to arrive. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(30);

    /** How exact the time of the last use is; a request less than this after the one before writes nothing. */
    private static final Duration USE = Duration.ofMinutes(1);

    /**
     * That an access token is valid.
     *
     * @param stale whether it is time to note again that the sign-in is used
     */
    record Proof(Recognised recognised, boolean stale) {}

    /** What the audit says of a sign-in; JSON-B writes public records only. */
    public record Place(String handle, String device, String address) {}

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AuditLog audit;

    /** Starts a sign-in of somebody who has proved who they are. */
    SignedIn start(Actor actor, Device device) {
        Duration lifetime = Duration.ofHours(Settings.number(Setting.SESSION_HOURS));
        SignIn signIn = new SignIn(actor.id(), device, lifetime);
        entities.persist(signIn);
        entities.flush();
        SignedIn tokens = issue(actor, signIn);
        record("session.started", actor.asCaller(), signIn, actor);
        return tokens;
    }

    /** Whose sign-in an access token proves, if it is a valid one, and when that was last used. */
    @Transactional(Transactional.TxType.SUPPORTS)
    Optional<Proof> prove(String accessToken) {
        return entities.createQuery("""
                        select a, s.id, s.lastUsedAt from AccessToken t, SignIn s, Actor a
                        where t.tokenHash = :hash and t.expiresAt > :now and s.id = t.signInId and s.endsAt > :now
                          and a.id = s.actorId and a.active
                        """, Object[].class)
                .setParameter("hash", SecretToken.hash(accessToken))
                .setParameter("now", Instant.now())
                .getResultStream()
                .findFirst()
                .map(row -> new Proof(
                        new Recognised(((Actor) row[0]).asCaller(), (UUID) row[1]),
                        ((Instant) row[2]).isBefore(Instant.now().minus(USE))));
    }

    /** Notes that a sign-in is used now. */
    void use(UUID signInId, Device device) {
        entities.createQuery("update SignIn s set s.lastUsedAt = :now, s.address = :address where s.id = :id")
                .setParameter("now", Instant.now())
                .setParameter("address", device.address())
                .setParameter("id", signInId)
                .executeUpdate();
    }

    /**
     * Exchanges a refresh token for the next pair of tokens. One that has been exchanged before gives away that somebody
     * else has it too, and ends the sign-in.
     *
     * @param tolerant whether one that was exchanged a moment ago is taken for another request of the same browser
     */
    Rotation rotate(String refreshToken, Device device, boolean tolerant) {
        Instant now = Instant.now();
        byte[] hash = SecretToken.hash(refreshToken);
        boolean claimed = claim(hash, now);
        RefreshToken token = entities.createQuery(
                        "select t from RefreshToken t where t.tokenHash = :hash", RefreshToken.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .orElse(null);
        SignIn signIn = token == null ? null : entities.find(SignIn.class, token.signInId());
        Actor actor = signIn == null ? null : entities.find(Actor.class, signIn.actorId());
        if (actor == null || !actor.active() || signIn.endsAt().isBefore(now)) {
            return new Rotation.Refused();
        }
        Recognised recognised = new Recognised(actor.asCaller(), signIn.id());
        if (claimed) {
            signIn.use(device);
            removeExpired(signIn.id(), now);
            return new Rotation.Rotated(recognised, issue(actor, signIn));
        }
        if (tolerant && token.usedAt().isAfter(now.minus(SAME_MOMENT))) {
            return new Rotation.Repeated(recognised);
        }
        record("session.reuse_detected", Caller.system(), signIn, actor);
        remove(signIn.id());
        return new Rotation.Refused();
    }

    /** The caller's sign-in, if it is one of theirs. */
    Optional<SignIn> own(UUID signInId) {
        return Optional.ofNullable(entities.find(SignIn.class, signInId))
                .filter(signIn ->
                        signIn.actorId().equals(CurrentCaller.require().actorId()));
    }

    /** Ends a sign-in on behalf of the caller. */
    void end(SignIn signIn) {
        record("session.ended", CurrentCaller.require(), signIn, entities.find(Actor.class, signIn.actorId()));
        remove(signIn.id());
    }

    /**
     * Ends the sign-ins of an actor; the caller of this says in the audit why.
     *
     * @param except stays; {@code null} when none does
     * @return how many there were
     */
    int endAll(UUID actorId, UUID except) {
        return entities.createQuery("delete from SignIn s where s.actorId = :actor and s.id <> :except")
                .setParameter("actor", actorId)
                .setParameter("except", except == null ? new UUID(0, 0) : except)
                .executeUpdate();
    }

    /** Only one of several that come at the same time gets it: the row is locked until the first has ended. */
    private boolean claim(byte[] hash, Instant now) {
        return entities.createQuery(
                                "update RefreshToken t set t.usedAt = :now where t.tokenHash = :hash and t.usedAt is null")
                        .setParameter("now", now)
                        .setParameter("hash", hash)
                        .executeUpdate()
                == 1;
    }

    private SignedIn issue(Actor actor, SignIn signIn) {
        Instant expiresAt = Instant.now().plus(Duration.ofMinutes(Settings.number(Setting.ACCESS_TOKEN_MINUTES)));
        if (expiresAt.isAfter(signIn.endsAt())) {
            expiresAt = signIn.endsAt();
        }
        SecretToken access = SecretToken.random("strata_");
        SecretToken refresh = SecretToken.random("strata_refresh_");
        entities.persist(new AccessToken(signIn.id(), access, expiresAt));
        entities.persist(new RefreshToken(signIn.id(), refresh));
        return new SignedIn(access.text(), expiresAt, refresh.text(), signIn.endsAt(), actor.asCaller());
    }

    private void removeExpired(UUID signInId, Instant now) {
        entities.createQuery("delete from AccessToken t where t.signInId = :id and t.expiresAt < :now")
                .setParameter("id", signInId)
                .setParameter("now", now)
                .executeUpdate();
    }

    private void remove(UUID signInId) {
        entities.createQuery("delete from SignIn s where s.id = :id")
                .setParameter("id", signInId)
                .executeUpdate();
    }

    private void record(String action, Caller by, SignIn signIn, Actor actor) {
        SignInView view = signIn.view(null);
        Place place = new Place(actor.handle(), view.device(), view.address());
        CurrentCaller.runAs(by, () -> audit.record(action, "session", signIn.id(), null, null, place));
    }
}
