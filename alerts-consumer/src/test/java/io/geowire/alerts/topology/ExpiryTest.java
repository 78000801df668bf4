package io.geowire.alerts.topology;

import static io.geowire.alerts.topology.TopologyFixture.NOON;
import static io.geowire.alerts.topology.TopologyFixture.headline;
import static io.geowire.alerts.topology.TopologyFixture.sameEvent;
import static io.geowire.alerts.topology.TopologyFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    @Test
    void whatIsOldByTimeAndByCountIsForgotten() {
        try (TopologyFixture topology = open(new Limits(DAY, 2, 100))) {
            topology.put(headline("a", "News", NOON));
            for (int i = 1; i <= 3; i++) {
                topology.put(headline("b" + i, "News", NOON.plus(DAY).plusSeconds(i)));
            }

            assertThat(keys(topology, Names.MEMBERS)).containsExactly("w/b1", "w/b2", "w/b3");
            assertThat(keys(topology, Names.TALLIES)).containsExactly("w/b1", "w/b2", "w/b3");
            assertThat(keys(topology, Names.RAISED)).containsExactly("w/b1", "w/b2", "w/b3");
            assertThat(keys(topology, Names.MEMBER_AGES)).hasSize(3);
        }
    }

    @Test
    void timeAloneForgetsNothing() {
        try (TopologyFixture topology = open(new Limits(DAY, 5, 100))) {
            topology.put(headline("a", "News", NOON));
            topology.put(headline("z", "News", NOON.plus(Duration.ofDays(5_000))));
            topology.put(headline("b", "News", NOON, sameEvent("a", NOON.minusSeconds(1))));

            assertThat(topology.alerts())
                    .extracting(alert -> alert.getStoryId() + " " + alert.getRevision())
                    .containsExactly("a 1", "z 1", "a 2");
        }
    }

    @Test
    void countAloneForgetsOnlyBeyondTheMaximum() {
        try (TopologyFixture topology = open(new Limits(DAY, 2, 10))) {
            for (int i = 0; i < 30; i++) {
                topology.put(headline("a" + i, "News", NOON));
                assertThat(keys(topology, Names.MEMBERS)).hasSize(Math.min(i + 1, 10));
            }
        }
    }

    @Test
    void alertStaysWithItsYoungestArticle() {
        try (TopologyFixture topology = open(new Limits(DAY, 0, 100))) {
            Instant next = NOON.plus(DAY);
            topology.put(headline("a", "News", NOON));
            topology.put(headline("b", "News", next, sameEvent("a", NOON)));
            topology.put(headline("z", "News", next.plusSeconds(10)));
            assertThat(keys(topology, Names.MEMBERS)).containsExactly("w/b", "w/z");
            assertThat(keys(topology, Names.RAISED)).containsExactly("w/a", "w/z");

            topology.put(headline("y", "News", next.plus(DAY).plusSeconds(5)));
            assertThat(keys(topology, Names.TALLIES)).containsExactly("w/y", "w/z");
            assertThat(keys(topology, Names.RAISED)).containsExactly("w/y", "w/z");
        }
    }

    @Test
    void limitsThatCannotHoldAreRefused() {
        assertThatThrownBy(() -> new Limits(Duration.ZERO, 1, 1)).hasMessage("retention is PT0S, must be above zero");
        assertThatThrownBy(() -> new Limits(DAY, -1, 1)).hasMessageContaining("slack is -1");
        assertThatThrownBy(() -> new Limits(DAY, 0, 0)).hasMessageContaining("max 0");
        assertThatThrownBy(() -> new Limits(DAY, 3, 2)).hasMessageContaining("slack is 3 and max 2");
    }

    private TopologyFixture open(Limits limits) {
        TopologyFixture topology = new TopologyFixture(folder, limits);
        topology.putWatch(watch("w", "news"));
        return topology;
    }

    private static List<String> keys(TopologyFixture topology, String store) {
        KeyValueStore<Object, Object> entries = topology.driver.getKeyValueStore(store);
        try (KeyValueIterator<Object, Object> all = entries.all()) {
            Stream.Builder<KeyValue<Object, Object>> found = Stream.builder();
            all.forEachRemaining(found::add);
            return found.build().map(entry -> entry.key.toString()).toList();
        }
    }
}
