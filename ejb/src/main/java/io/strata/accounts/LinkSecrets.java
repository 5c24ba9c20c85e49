package io.strata.accounts;

import io.strata.access.Open;
import io.strata.secrets.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** The secrets of links that people hand out: made, hashed and guarded against guessing as those of sign-ins are. */
@Open("knows nothing; part of services that decide themselves")
@ApplicationScoped
public class LinkSecrets {

    /**
     * A new secret.
     *
     * @param text told once and kept nowhere
     * @param hash what is kept
     */
    public record Secret(String text, byte[] hash) {}

    @Inject
    Throttle throttle;

    /** Makes a secret of 256 random bits. */
    public Secret make() {
        SecretToken token = SecretToken.random("");
        return new Secret(token.text(), token.hash());
    }

    /** The hash under which a secret is kept. */
    public byte[] hash(String secret) {
        return SecretToken.hash(secret);
    }

    /** The form in which the password of a link is kept. */
    public String hashPassword(String password) {
        return Passwords.hash(password);
    }

    /** Whether a password belongs to what is kept. */
    public boolean matches(String password, String hash) {
        return Passwords.matches(password, hash);
    }

    /**
     * Requires that nobody guesses secrets from this network.
     *
     * @throws io.strata.common.ProblemException rate limited, with the time to wait
     */
    public void requireOpen(Device device) {
        throttle.requireOpen(fromNetwork(device));
    }

    /** As {@link #requireOpen(Device)}, for the password of one link, wherever it is guessed from. */
    public void requireOpen(UUID link) {
        throttle.requireOpen(passwordOf(link));
    }

    /** Counts a secret that there is none of. */
    public void countUnknown(Device device) {
        throttle.count(fromNetwork(device));
    }

    /** Counts a wrong password. */
    public void countWrong(UUID link, Device device) {
        throttle.count(passwordOf(link), fromNetwork(device));
    }

    private static Throttled fromNetwork(Device device) {
        return ThrottleRule.LINKS_FROM_NETWORK.of(device.network());
    }

    private static Throttled passwordOf(UUID link) {
        return ThrottleRule.PASSWORD_OF_LINK.of(link.toString());
    }
}
