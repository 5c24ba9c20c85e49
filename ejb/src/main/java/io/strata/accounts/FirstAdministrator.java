package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Open;
import io.strata.audit.AuditLog;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.logging.Logger;

/** Makes the account that the very first sign-in uses. */
@ApplicationScoped
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());

    @PersistenceContext(unitName = "strata")
    EntityManager entities;

    @Inject
    AuditLog audit;

    /** Creates the administrator from the settings, if nobody has an account and a password is set. */
    @Open("runs at start, on behalf of the system, and only on an empty installation")
    @Transactional
    public void createIfNobodyExists() {
        long actors = entities.createQuery("select count(a) from Actor a where a.kind = 'user'", Long.class)
                .getSingleResult();
        if (actors > 0) {
            return;
        }
        String password = Settings.get(Setting.ADMIN_PASSWORD);
        if (password.isEmpty()) {
            LOG.warning("Nobody can sign in yet: set " + Setting.ADMIN_PASSWORD.key() + " and restart.");
            return;
        }
        String handle = Settings.get(Setting.ADMIN_HANDLE).toLowerCase(Locale.ROOT);
        Actor administrator = Actor.person(handle, "Administrator", Passwords.hash(password), true);
        entities.persist(administrator);
        CurrentCaller.runAs(
                Caller.system(),
                () -> audit.record("actor.created", "actor", administrator.id(), null, null, administrator.asCaller()));
    }
}
