package io.geowire.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedLabelsTest {
    @Test
    void firstNamesAreToldApartAndTheRestAreOther() {
        BoundedLabels labels = new BoundedLabels(2);

        assertThat(labels.of("a")).isEqualTo("a");
        assertThat(labels.of("b")).isEqualTo("b");
        assertThat(labels.of("c")).isEqualTo(BoundedLabels.OTHER);
        assertThat(labels.of("a")).isEqualTo("a");
    }

    @Test
    void whatHasNoNameTakesNoPlace() {
        BoundedLabels labels = new BoundedLabels(1);

        assertThat(labels.of(null)).isEqualTo(BoundedLabels.NONE);
        assertThat(labels.of("  ")).isEqualTo(BoundedLabels.NONE);
        assertThat(labels.of("a")).isEqualTo("a");
    }

    @Test
    void longNameIsCut() {
        assertThat(new BoundedLabels(1).of("x".repeat(10_000))).hasSize(80);
    }

    @Test
    void manyThreadsMakeNoMoreThanAllowed() {
        BoundedLabels labels = new BoundedLabels(10);

        Set<String> seen = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(i -> labels.of("source " + i))
                .collect(Collectors.toSet());

        assertThat(seen).hasSize(11).contains(BoundedLabels.OTHER);
    }
}
