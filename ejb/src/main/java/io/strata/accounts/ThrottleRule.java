package io.strata.accounts;

import java.util.Locale;

/** What failures are counted by, and how many of them in a row go unpunished. */
enum ThrottleRule {
    /** Wrong passwords and codes for one account, whether or not it exists. */
    ACCOUNT(5),
    /** Wrong passwords and codes from one network. */
    NETWORK(50),
    /** Links to a new password that were asked for, for one account. */
    RESET_OF_ACCOUNT(3),
    /** Links to a new password that were asked for from one network. */
    RESET_FROM_NETWORK(20),
    /** Accounts that were made from one network. */
    SIGN_UP(20),
    /** Links that there are none of, and wrong passwords of links, from one network. */
    LINKS_FROM_NETWORK(20),
    /** Wrong passwords of one link. */
    PASSWORD_OF_LINK(5);

    private final int free;

    ThrottleRule(int free) {
        this.free = free;
    }

    int free() {
        return free;
    }

    /** What is counted by this rule for a certain account or network. */
    Throttled of(String subject) {
        return new Throttled(this, subject.toLowerCase(Locale.ROOT));
    }
}
