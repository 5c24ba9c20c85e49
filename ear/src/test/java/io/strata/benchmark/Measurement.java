package io.strata.benchmark;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param p50 milliseconds that half of the acts took at most; likewise the others
 */
record Measurement(String name, int clients, double perSecond, double p50, double p95, double p99) {

    static Measurement of(String name, int clients, Histogram micros, Duration measured) {
        return new Measurement(
                name,
                clients,
                micros.getTotalCount() / (double) measured.toSeconds(),
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(95) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0);
    }
}
