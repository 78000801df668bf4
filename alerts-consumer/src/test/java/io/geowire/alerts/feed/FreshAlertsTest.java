package io.geowire.alerts.feed;

import static io.geowire.alerts.feed.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreshAlertsTest {
    private static final FreshAlerts.Filter ALL = new FreshAlerts.Filter(Set.of(), null);

    private final FreshAlerts alerts = new FreshAlerts(3);

    @Test
    void newestComeFirstAndAnAlertStandsOnce() {
        put("a", 1);
        put("b", 2);
        put("a", 3);

        assertThat(stories(10, ALL)).containsExactly("a", "b");
    }

    @Test
    void oldestGoWhenThereAreTooMany() {
        put("a", 1);
        put("b", 2);
        put("c", 3);
        put("a", 4);
        put("d", 5);
        put("late", 0);

        assertThat(stories(10, ALL)).containsExactly("d", "a", "c");
    }

    @Test
    void removedAlertIsGone() {
        put("a", 1);
        alerts.remove("oil/a");
        alerts.remove("oil/never-there");

        assertThat(stories(10, ALL)).isEmpty();
    }

    @Test
    void filtersBySeverityAndWatchBeforeItLimits() {
        alerts.put("oil/a", NOON, Samples.view("oil", "a", Severity.LOW, NOON));
        alerts.put("gas/b", NOON.plusSeconds(1), Samples.view("gas", "b", Severity.HIGH, NOON));
        alerts.put("gas/c", NOON.plusSeconds(2), Samples.view("gas", "c", Severity.CRITICAL, NOON));

        assertThat(stories(1, new FreshAlerts.Filter(Set.of("low"), null))).containsExactly("a");
        assertThat(stories(10, new FreshAlerts.Filter(Set.of("low", "high"), null)))
                .containsExactly("b", "a");
        assertThat(stories(10, new FreshAlerts.Filter(Set.of("critical"), "gas")))
                .containsExactly("c");
        assertThat(stories(10, new FreshAlerts.Filter(Set.of(), "coal"))).isEmpty();
    }

    @Test
    void showsNoneFromBeforeTheTimeAskedFor() {
        put("a", 1);
        put("b", 2);

        assertThat(alerts.newest(10, ALL, NOON.plusSeconds(2)))
                .extracting(AlertView::storyId)
                .containsExactly("b");
    }

    @Test
    void holdsTheSameInWhateverOrderPartitionsAreRead() {
        List<Integer> seconds = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            seconds.add(i % 20);
        }
        long seed = 42;
        Random random = new Random(seed);
        List<String> expected = null;
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(seconds, random);
            FreshAlerts shuffled = new FreshAlerts(5);
            for (int second : seconds) {
                String story = "story-" + second;
                Instant time = NOON.plusSeconds(second);
                shuffled.put("oil/" + story, time, Samples.view("oil", story, Severity.LOW, time));
            }
            List<String> stories = shuffled.newest(10, ALL, Instant.MIN).stream()
                    .map(AlertView::storyId)
                    .toList();
            expected = expected == null ? stories : expected;
            assertThat(stories).as("seed %d, round %d", seed, round).hasSize(5).isEqualTo(expected);
        }
    }

    private void put(String story, int second) {
        Instant time = NOON.plusSeconds(second);
        alerts.put("oil/" + story, time, Samples.view("oil", story, Severity.LOW, time));
    }

    private List<String> stories(int limit, FreshAlerts.Filter filter) {
        return alerts.newest(limit, filter, Instant.MIN).stream()
                .map(AlertView::storyId)
                .toList();
    }
}
