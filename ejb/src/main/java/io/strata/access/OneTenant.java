package io.strata.access;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** There is one tenant: what differs between callers is decided by {@link ActorConnections} at each connection. */
public class OneTenant implements CurrentTenantIdentifierResolver<String> {

    @Override
    public String resolveCurrentTenantIdentifier() {
        return "strata";
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
