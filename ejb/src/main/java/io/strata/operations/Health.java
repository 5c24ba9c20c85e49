package io.strata.operations;

import io.strata.access.Open;
import io.strata.settings.Dependency;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Asks every dependency for a sign of life, all at once. */
@ApplicationScoped
public class Health {

    static final Duration LIMIT = Duration.ofMillis(2500);
    private static final Duration FRESH = Duration.ofSeconds(1);

    @Inject
    @Any
    Instance<Dependency> dependencies;

    @Resource
    ManagedExecutorService executor;

    private List<Probe> probes;
    private volatile HealthReport latest;

    @PostConstruct
    void collect() {
        probes = dependencies.stream()
                .sorted(Comparator.comparing(Dependency::name))
                .map(dependency -> new Probe(dependency, executor))
                .toList();
    }

    /**
     * The health now, or a second ago: asking often costs the dependencies nothing. Returns within three seconds,
     * whatever hangs.
     */
    @Open("its readers decide how much of it they show")
    public HealthReport report() {
        HealthReport report = latest;
        if (report == null || report.checkedAt().plus(FRESH).isBefore(Instant.now())) {
            probes.forEach(Probe::start);
            report = new HealthReport(
                    Instant.now(),
                    probes.stream().map(probe -> probe.await(LIMIT)).toList());
            latest = report;
        }
        return report;
    }
}
