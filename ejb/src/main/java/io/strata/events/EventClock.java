package io.strata.events;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.transaction.StoreFailure;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * What is done about events from time to time: places for those whose message came before their commit, or whose server
 * has died, and the end of those that are old enough.
 */
@Singleton
@DependsOn("Startup") // the tables are made there
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventClock {

    @Inject
    EventSequencer sequencer;

    @Inject
    EventOrder order;

    /** Twice as often would find nothing more: this is for events that nobody has called attention to. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sequence() {
        sequencer.wake();
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void prune() {
        int hours = Math.toIntExact(Settings.number(Setting.EVENTS_HOURS));
        try {
            CurrentCaller.runAs(Caller.system(), () -> order.prune(hours));
        } catch (RuntimeException failure) {
            if (StoreFailure.classify(failure).isEmpty()) {
                throw failure;
            }
        }
    }
}
