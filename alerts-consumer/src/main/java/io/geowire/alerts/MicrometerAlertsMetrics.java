package io.geowire.alerts;

import io.geowire.alerts.alert.Decision;
import io.geowire.events.Severity;
import io.geowire.service.BoundedLabels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** {@link AlertsMetrics} as meters below {@code geowire.alerts}. */
final class MicrometerAlertsMetrics implements AlertsMetrics {
    /** As many as tell apart what is normal, what is slow and what is a backlog. */
    private static final Duration[] LATENCIES = Stream.of(
                    50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 30_000L, 60_000L, 600_000L, 3_600_000L)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final Duration[] MATCHINGS = Stream.of(100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 100_000L)
            .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
            .toArray(Duration[]::new);

    private final MeterRegistry meters;
    private final BoundedLabels watches;
    private final Timer enriched;
    private final Timer alerted;
    private final Timer matching;
    private final Counter matches;
    private final AtomicInteger inForce;
    private final AtomicInteger rejected;

    /** @param meteredWatches how many watches are told apart */
    MicrometerAlertsMetrics(MeterRegistry meters, int meteredWatches) {
        this.meters = meters;
        watches = new BoundedLabels(meteredWatches);
        enriched = latency(meters, "enriched");
        alerted = latency(meters, "alerted");
        matching = Timer.builder("geowire.alerts.matchings")
                .description("Articles tried against the watches, and how long that took")
                .serviceLevelObjectives(MATCHINGS)
                .register(meters);
        matches = Counter.builder("geowire.alerts.matches")
                .description("Watches that articles matched")
                .register(meters);
        inForce = meters.gauge("geowire.alerts.watches", Tags.of("outcome", "in-force"), new AtomicInteger());
        rejected = meters.gauge("geowire.alerts.watches", Tags.of("outcome", "rejected"), new AtomicInteger());
    }

    private static Timer latency(MeterRegistry meters, String stage) {
        return Timer.builder("geowire.pipeline.latency")
                .description("From the arrival of an article until what came of it can be read")
                .tag("stage", stage)
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
    }

    @Override
    public void enriched(long millis) {
        record(enriched, millis);
    }

    @Override
    public void alerted(long millis) {
        record(alerted, millis);
    }

    /** The clocks of broker and instance may differ a little. */
    private static void record(Timer latency, long millis) {
        latency.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    /** Shows 0, so that the first alert is seen as one more. */
    @Override
    public void watching(String watchId, Severity severity) {
        raisedBy(watchId, severity);
    }

    @Override
    public void raised(String watchId, Severity severity) {
        raisedBy(watchId, severity).increment();
    }

    private Counter raisedBy(String watchId, Severity severity) {
        return Counter.builder("geowire.alerts.raised")
                .description("Alerts raised")
                .tag("watch", watches.of(watchId))
                .tag("severity", severity.name().toLowerCase(Locale.ROOT))
                .register(meters);
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
    public void watches(int count, int unusable) {
        inForce.set(count);
        rejected.set(unusable);
    }
}
