package io.geowire.alerts;

import io.geowire.alerts.alert.Decision;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** {@link AlertsMetrics} as meters below {@code geowire.alerts}. */
final class MicrometerAlertsMetrics implements AlertsMetrics {
    private final MeterRegistry meters;
    private final Timer matching;
    private final Counter matches;
    private final AtomicInteger inForce;
    private final AtomicInteger rejected;

    MicrometerAlertsMetrics(MeterRegistry meters) {
        this.meters = meters;
        matching = Timer.builder("geowire.alerts.matchings")
                .description("Articles tried against the watches, and how long that took")
                .publishPercentileHistogram()
                .register(meters);
        matches = Counter.builder("geowire.alerts.matches")
                .description("Watches that articles matched")
                .register(meters);
        inForce = meters.gauge("geowire.alerts.watches", Tags.of("outcome", "in-force"), new AtomicInteger());
        rejected = meters.gauge("geowire.alerts.watches", Tags.of("outcome", "rejected"), new AtomicInteger());
    }

    @Override
    public void matched(int count, long nanos) {
        matching.record(nanos, TimeUnit.NANOSECONDS);
        matches.increment(count);
    }

    @Override
    public void decided(Decision decision) {
        String outcome = decision instanceof Decision.Suppress suppress
                ? suppress.reason().name()
                : decision.getClass().getSimpleName();
        meters.counter(
                        "geowire.alerts.decisions",
                        "outcome",
                        outcome.toLowerCase(Locale.ROOT).replace('_', '-'))
                .increment();
    }

    @Override
    public void watches(int watches, int unusable) {
        inForce.set(watches);
        rejected.set(unusable);
    }
}
