package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayProgressTest {
    @Test
    void shareIsThatOfWhatIsReadTimesThatOfWhatIsSent() {
        assertThat(ReplayProgress.share(0, 0, 0)).isZero();
        assertThat(ReplayProgress.share(50, 100, 1)).isEqualTo(0.5);
        assertThat(ReplayProgress.share(50, 100, 0.5)).isEqualTo(0.25);
        assertThat(ReplayProgress.share(101, 100, 1.01)).isEqualTo(1);
    }

    @Test
    void barFillsWithTheShare() {
        assertThat(ReplayProgress.bar(0)).isEqualTo("[------------------------------]   0 %");
        assertThat(ReplayProgress.bar(0.5)).isEqualTo("[###############---------------]  50 %");
        assertThat(ReplayProgress.bar(1)).isEqualTo("[##############################] 100 %");
    }

    @Test
    void rateIsCountAndTime() {
        assertThat(ReplayProgress.rate(0, Duration.ZERO)).isEqualTo("0 articles");
        assertThat(ReplayProgress.rate(12_345, Duration.ofMillis(2_000)))
                .isEqualTo("12,345 articles in 2.0 s, 6,172.5/s");
    }
}
