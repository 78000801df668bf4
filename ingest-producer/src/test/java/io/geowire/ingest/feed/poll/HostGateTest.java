package io.geowire.ingest.feed.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HostGateTest {
    private Instant now = Instant.EPOCH;
    private final HostGate gate = new HostGate(
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            Duration.ofSeconds(5));

    @Test
    void hostIsAskedOneAtATimeAndRests() {
        assertThat(gate.tryEnter("a")).isTrue();
        assertThat(gate.tryEnter("b")).isTrue();

        now = now.plusSeconds(60);
        assertThat(gate.tryEnter("a")).as("still under way").isFalse();

        gate.leave("a", Duration.ZERO);
        assertThat(gate.tryEnter("a")).isTrue();
        gate.leave("a", Duration.ZERO);
        now = now.plusSeconds(4);
        assertThat(gate.tryEnter("a")).as("too soon").isFalse();
        now = now.plusSeconds(1);
        assertThat(gate.tryEnter("a")).isTrue();
    }

    @Test
    void hostThatAskedForAPauseGetsIt() {
        gate.tryEnter("a");
        gate.leave("a", Duration.ofSeconds(30));

        now = now.plusSeconds(29);
        assertThat(gate.tryEnter("a")).isFalse();
        now = now.plusSeconds(1);
        assertThat(gate.tryEnter("a")).isTrue();
    }

    @Test
    void whoWaitsGetsTheTurnThatIsGivenBack() throws InterruptedException {
        gate.tryEnter("a");
        now = now.plusSeconds(10);
        Thread waiting = new Thread(() -> {
            try {
                gate.enter("a");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();

        gate.leave("a", Duration.ZERO);
        waiting.join();

        assertThat(gate.tryEnter("a")).isFalse();
    }

    @Test
    void hostIsToldByNameAndPort() {
        assertThat(HostGate.host(URI.create("http://News.Example/a")))
                .isEqualTo(HostGate.host(URI.create("http://news.example/b")));
        assertThat(HostGate.host(URI.create("http://news.example:81/")))
                .isNotEqualTo(HostGate.host(URI.create("http://news.example/")));
    }
}
