package io.strata.testing;

import static io.strata.testing.Api.object;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.json.JsonObject;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** A person with an account and a password, who belongs to no workspace. */
public record Account(World world, UUID id, String handle, String email, String password) {

    /** Tries to sign in. */
    public Answer signIn() {
        return signIn(password, null);
    }

    /** Tries to sign in with another password, or with a code. */
    public Answer signIn(String triedPassword, String code) {
        return world.anonymous().post("/auth/login", object("handle", handle, "password", triedPassword, "code", code));
    }

    /** The API with a new sign-in. */
    public Api api() {
        return world.with(signIn().mustBe(200).text("token"));
    }

    /** Sets up a second factor. */
    public Authenticator secondFactor(Api api) {
        String secret = api.post("/account/second-factor", object("password", password))
                .mustBe(200)
                .text("secret");
        Authenticator authenticator = new Authenticator(this, secret, List.of());
        List<String> codes = api
                .post("/account/second-factor/confirm", object("code", authenticator.code()))
                .mustBe(200)
                .json()
                .getJsonArray("recovery_codes")
                .getValuesAs(jakarta.json.JsonString.class)
                .stream()
                .map(jakarta.json.JsonString::getString)
                .toList();
        return new Authenticator(this, secret, codes);
    }

    /** What the audit says about this account, newest first. */
    public List<JsonObject> audit() {
        return world.administrator().get("/audit?limit=200").mustBe(200).items().stream()
                .filter(entry -> id.toString().equals(entry.getString("subject_id", null)))
                .toList();
    }

    /** The actions that the audit has about this account, newest first. */
    public List<String> auditedActions() {
        return audit().stream().map(entry -> entry.getString("action")).toList();
    }

    /**
     * Shows codes as a person's telephone does.
     *
     * @param recoveryCodes that were shown with it
     */
    public record Authenticator(Account account, String secret, List<String> recoveryCodes) {

        private static final Duration STEP = Duration.ofSeconds(30);

        /** The code of this half minute. */
        public String code() {
            try {
                return new TimeBasedOneTimePasswordGenerator(STEP, 6)
                        .generateOneTimePasswordString(
                                new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"), Instant.now());
            } catch (InvalidKeyException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A code that has not been used, as if half a minute had passed. */
        public String nextCode() {
            account.world()
                    .stores()
                    .sql("update second_factor set last_step = last_step - 10 where actor_id = ?", account.id());
            return code();
        }
    }
}
