package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void versionIsTheSameForTheSameWatch() {
        assertThat(Watches.query("w", "oil").version())
                .isEqualTo(Watches.query("w", "oil").version())
                .matches("[0-9a-f]{16}");
    }

    @Test
    void versionChangesWithEachField() {
        List<String> none = List.of();
        Set<String> versions = new HashSet<>();

        Stream.of(
                        new Watch("w", "n", Severity.LOW, "q", none, none, none, 1, none),
                        new Watch("w", "m", Severity.LOW, "q", none, none, none, 1, none),
                        new Watch("w", "n", Severity.HIGH, "q", none, none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, "p", none, none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, null, List.of("q"), none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, "q", List.of("a", "b"), none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, "q", List.of("a, b"), none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, "q", List.of("b", "a"), none, none, 1, none),
                        new Watch("w", "n", Severity.LOW, "q", none, List.of("a", "b"), none, 1, none),
                        new Watch("w", "n", Severity.LOW, "q", none, none, List.of("a", "b"), 1, none),
                        new Watch("w", "n", Severity.LOW, "q", none, none, none, 2, none),
                        new Watch("w", "n", Severity.LOW, "q", none, none, none, 1, List.of("a", "b")))
                .forEach(watch -> assertThat(versions.add(watch.version()))
                        .as("%s", watch)
                        .isTrue());
    }
}
