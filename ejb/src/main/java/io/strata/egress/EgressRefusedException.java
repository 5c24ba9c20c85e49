package io.strata.egress;

import java.net.UnknownHostException;

/** The destination lies where the server must not call. Calling again cannot help; an operator can allow it. */
public class EgressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    EgressRefusedException(String host) {
        super("The address of " + host + " is not a public one and STRATA_EGRESS_ALLOW does not name it.");
    }
}
