package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchMatcherTest {
    @Test
    void tellsWhichWordsMatchedAndWhere() {
        try (WatchMatcher matcher = new WatchMatcher()) {
            matcher.replaceAll(List.of(
                    new Watch(
                            "w",
                            "w",
                            Severity.HIGH,
                            "\"frozen assets\"~3 OR title:lavrov",
                            List.of(),
                            List.of(),
                            List.of(),
                            1,
                            List.of()),
                    new Watch(
                            "x", "x", Severity.HIGH, null, List.of("New START"), List.of(), List.of(), 1, List.of())));
                    matcher.match(
                            NewsItem.of(
                                    "Lavrov’s plan",
                                    "One. Two frozen Russian assets here 😀.\n\n  Three assets. New START\n\nfrozen a new start; New START.")));
            assertThat(matcher.match(NewsItem.of("none", null))).isEmpty();
        }
    }
}
