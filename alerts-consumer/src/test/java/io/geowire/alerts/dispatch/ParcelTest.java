package io.geowire.alerts.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Samples;
import io.geowire.alerts.delivery.Verdict.Retry;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.events.Alert;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ParcelTest {
    private static final Retry FAILED = new Retry("500", null, true);
    private static final DeliveryLimits LIMITS = new DeliveryLimits(
            Duration.ofSeconds(1), Duration.ofMinutes(5), 5, Duration.ofSeconds(30), Duration.ofHours(24));

    @Test
    void waitsDoubleUpToTheLongestAndAreAnythingBelow() {
        double shares = 0;
        int waits = 0;
        for (int parcel = 0; parcel < 200; parcel++) {
            Parcel each = parcel();
            double longest = 1_000;
            for (int attempt = 0; attempt < 15; attempt++) {
                double wait = each.failed(FAILED, 0).toNanos() / 1e6;
                assertThat(wait).isBetween(0.0, Math.min(longest, 300_000));
                shares += wait / Math.min(longest, 300_000);
                waits++;
                longest *= 2;
            }
        }
        // 3,000 draws from 0 to 1: the mean is off by .05 once in more than a million runs.
        assertThat(shares / waits).isBetween(0.45, 0.55);
    }

    @Test
    void pauseThatIsAskedForIsTheLeastWait() {
        assertThat(parcel().failed(new Retry("429", Duration.ofHours(2), false), 0))
                .isEqualTo(Duration.ofHours(2));
        assertThat(parcel().failed(new Retry("429", Duration.ofNanos(1), false), 0))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void onlyFailuresWithASuccessBetweenThemCountAgainstTheAlert() {
        Parcel parcel = parcel();
        parcel.failed(FAILED, 3);
        parcel.failed(FAILED, 3);
        parcel.failed(FAILED, 3);
        assertThat(parcel.faults()).isEqualTo(1);
        parcel.failed(FAILED, 4);
        parcel.failed(new Retry("429", null, false), 5);
        assertThat(parcel.faults()).isEqualTo(2);
    }

    private static Parcel parcel() {
        Alert alert = Samples.alert().build();
        return new Parcel(
                alert, Messages.render(Samples.receiver(Format.STANDARD_WEBHOOKS), alert), Parcel.policy(LIMITS));
    }
}
