package io.geowire.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.failsafe.CircuitBreaker.State;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerDeliveryMetricsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeliveryMetrics metrics = new MicrometerDeliveryMetrics(meters, "desk");

    @Test
    void countsAttemptsAndWhatBecameOfAlerts() {
        metrics.attempted("retry", 1_000_000);
        metrics.attempted("retry", 3_000_000);
        metrics.attempted("delivered", 1_000_000);
        metrics.delivered(2_000);
        metrics.delivered(-5);
        metrics.parked();

        assertThat(meters.get("geowire.delivery.attempts")
                        .tag("outcome", "retry")
                        .timer()
                        .totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(4);
        assertThat(deliveries("delivered")).isEqualTo(2);
        assertThat(deliveries("parked")).isEqualTo(1);
        assertThat(meters.get("geowire.delivery.latency").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void showsHowItStands() {
        metrics.state(7, 90_500, State.HALF_OPEN, true);

        assertThat(gauge("lag")).isEqualTo(7);
        assertThat(gauge("oldest.age")).isEqualTo(90.5);
        assertThat(gauge("circuit")).isEqualTo(1);
        assertThat(gauge("disabled")).isEqualTo(1);

        metrics.state(0, 0, State.OPEN, false);
        assertThat(gauge("circuit")).isEqualTo(2);
        assertThat(gauge("disabled")).isZero();
    }

    @Test
    void everyMeterTellsItsReceiver() {
        metrics.attempted("gone", 1);

        assertThat(meters.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTag("receiver")).isEqualTo("desk"));
    }

    private double deliveries(String outcome) {
        return meters.get("geowire.delivery.deliveries")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private double gauge(String name) {
        return meters.get("geowire.delivery." + name).gauge().value();
    }
}
