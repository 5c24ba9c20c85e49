package io.strata.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/**
 * Hashes and checks passwords with Argon2id (RFC 9106), at the cost that OWASP's password storage cheat sheet names
 * first: 19 MiB of memory, two passes, one lane.
 */
final class Passwords {

    private static final Argon2Function FUNCTION = Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

    /** Compared against when there is no such account, so that the answer takes as long as for one that exists. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(FUNCTION).getResult();
    }

    /** Whether a password belongs to a hash; takes as long when there is no hash. */
    static boolean matches(String password, String hash) {
        String compared = hash == null ? NOBODY : hash;
        boolean equal = Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
        return equal && hash != null;
    }
}
