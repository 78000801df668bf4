package io.geowire.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.delivery.RateLimit;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final RateLimit FAST = new RateLimit(1_000, Duration.ofSeconds(1));
    private static final RateLimit SLOW = new RateLimit(1, Duration.ofMinutes(1));

    @Test
    void letsThroughAtTheRate() {
        Gate gate = gate(SLOW, 3, Duration.ofHours(1));

        assertThat(gate.tryPass(0)).isTrue();
        gate.up();
        assertThat(gate.tryPass(0)).isFalse();
        long wait = gate.closedFor(0);
        assertThat(wait).isBetween(1L, 60_000L);
        assertThat(gate.tryPass(wait - 1)).isFalse();
        assertThat(gate.tryPass(wait)).isTrue();
    }

    @Test
    void letsNothingThroughWhileHeld() {
        Gate gate = gate(FAST, 3, Duration.ofHours(1));
        gate.hold(5_000);
        gate.hold(2_000);

        assertThat(gate.tryPass(4_999)).isFalse();
        assertThat(gate.closedFor(1_000)).isEqualTo(4_000);
        assertThat(gate.tryPass(5_000)).isTrue();
    }

    @Test
    void opensAfterFailuresInARowOnly() {
        Gate gate = gate(FAST, 3, Duration.ofHours(1));
        for (int i = 0; i < 10; i++) {
            assertThat(gate.down()).isFalse();
            assertThat(gate.down()).isFalse();
            assertThat(gate.up()).isFalse();
        }
        gate.down();
        gate.down();
        assertThat(gate.down()).isTrue();
        assertThat(gate.isOnTrial()).isTrue();
        assertThat(gate.tryPass(1_000_000)).isFalse();
        assertThat(gate.closedFor(1_000_000)).isGreaterThan(TimeUnit.MINUTES.toMillis(50));
    }

    @Test
    void trialIsOneRequestAndDecides() {
        Gate gate = gate(FAST, 1, Duration.ofMillis(1));
        gate.down();
        untilItPasses(gate);
        assertThat(gate.tryPass(1_000_000)).isFalse();
        assertThat(gate.down()).isFalse();
        assertThat(gate.isOnTrial()).isTrue();

        untilItPasses(gate);
        assertThat(gate.up()).isTrue();
        assertThat(gate.isOnTrial()).isFalse();
        assertThat(gate.closedFor(1_000_000)).isZero();
    }

    private static void untilItPasses(Gate gate) {
        while (!gate.tryPass(1_000_000)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static Gate gate(RateLimit rate, int failures, Duration delay) {
        return new Gate(
                new DeliveryLimits(Duration.ofMillis(1), Duration.ofMillis(2), failures, delay, Duration.ofHours(1)),
                rate);
    }
}
