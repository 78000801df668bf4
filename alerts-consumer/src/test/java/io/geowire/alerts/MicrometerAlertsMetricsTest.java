package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.alert.AlertState;
import io.geowire.alerts.alert.Decision;
import io.geowire.events.Severity;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerAlertsMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AlertsMetrics metrics = new MicrometerAlertsMetrics(meters, 1);

    @Test
    void countsMatchingsAndMatches() {
        metrics.matched(3, 2_000_000);
        metrics.matched(0, 1_000_000);

        assertThat(meters.get("geowire.alerts.matchings").timer().count()).isEqualTo(2);
        assertThat(meters.get("geowire.alerts.matchings").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(3);
        assertThat(meters.get("geowire.alerts.matches").counter().count()).isEqualTo(3);
    }

    @Test
    void countsDecisionsByOutcome() {
        metrics.decided(new Decision.Raise(AlertState.NONE));
        metrics.decided(new Decision.Suppress(Decision.Reason.TOO_FEW_SOURCES, AlertState.NONE));
        metrics.decided(new Decision.Suppress(Decision.Reason.TOO_FEW_SOURCES, AlertState.NONE));

        assertThat(decisions("raise")).isEqualTo(1);
        assertThat(decisions("too-few-sources")).isEqualTo(2);
    }

    @Test
    void showsHowManyWatchesAreInForce() {
        metrics.watches(5, 1);
        metrics.watches(4, 2);

        assertThat(watches("in-force")).isEqualTo(4);
        assertThat(watches("rejected")).isEqualTo(2);
    }

    @Test
    void countsAlertsByWatchUpToANumberOfWatches() {
        metrics.watching("oil", Severity.HIGH);
        metrics.raised("gas", Severity.LOW);
        metrics.raised("coal", Severity.LOW);

        assertThat(raised("oil", "high")).isZero();
        assertThat(raised("other", "low")).isEqualTo(2);
    }

    @Test
    void latencyIsInAFewBucketsAndNeverNegative() {
        metrics.enriched(120);
        metrics.alerted(90_000);
        metrics.alerted(-5);

        Timer enriched =
                meters.get("geowire.pipeline.latency").tag("stage", "enriched").timer();
        assertThat(enriched.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(120);
        assertThat(enriched.takeSnapshot().histogramCounts()).hasSizeLessThan(15);
        assertThat(meters.get("geowire.pipeline.latency")
                        .tag("stage", "alerted")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    private double raised(String watch, String severity) {
        return meters.get("geowire.alerts.raised")
                .tags("watch", watch, "severity", severity)
                .counter()
                .count();
    }

    private double decisions(String outcome) {
        return meters.get("geowire.alerts.decisions")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double watches(String outcome) {
        return meters.get("geowire.alerts.watches")
                .tag("outcome", outcome)
                .gauge()
                .value();
    }
}
