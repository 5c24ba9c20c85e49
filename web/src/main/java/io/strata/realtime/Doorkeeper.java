package io.strata.realtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;

/** Looks after connections whose other side has not said yet who it is. */
@ApplicationScoped
class Doorkeeper {

    private static final int SECONDS_TO_SAY_WHO = 10;

    @Resource
    ManagedScheduledExecutorService scheduler;

    /** Asks once more when the time to say who one is is over. */
    void remind(Runnable question) {
        scheduler.schedule(question, SECONDS_TO_SAY_WHO, TimeUnit.SECONDS);
    }
}
