package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
    @Test
    void equalTextsResembleEachOtherFullyAndDifferentOnesNotAtAll() {
        Sketch one = Sketch.of(List.of("guns", "fall", "silent"));

        assertThat(one.resemblance(Sketch.of(List.of("guns", "fall", "silent"))))
                .isEqualTo(1);
        assertThat(one.resemblance(Sketch.of(List.of("snow", "monsters", "back"))))
                .isZero();
        assertThat(one.resemblance(Sketch.EMPTY)).isZero();
        assertThat(Sketch.EMPTY.resemblance(Sketch.EMPTY)).isZero();
    }

    @Test
    void theOrderOfWordsCounts() {
        Sketch one = Sketch.of(List.of("dog", "bites", "man"));

        assertThat(one.resemblance(Sketch.of(List.of("man", "bites", "dog")))).isBetween(0.3, 0.7);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void resemblanceIsSymmetricAndNearTheTrueJaccardSimilarity(long seed) {
        Random random = new Random(seed);
        List<String> words = words(random, 400);
        List<String> edited = new ArrayList<>(words);
        for (int i = 0; i < random.nextInt(200); i++) {
            edited.set(random.nextInt(edited.size()), "edit" + i);
        }

        double estimate = Sketch.of(words).resemblance(Sketch.of(edited));

        assertThat(estimate).isEqualTo(Sketch.of(edited).resemblance(Sketch.of(words)));
        assertThat(estimate).isCloseTo(jaccard(words, edited), within(0.25));
    }

    @Test
    void aSketchSurvivesBeingStoredAndIsBounded() {
        Sketch sketch = Sketch.of(words(new Random(7), 1_000));

        assertThat(sketch.hashes().count()).isEqualTo(Sketch.SIZE);
        assertThat(Sketch.of(sketch.hashes())).isEqualTo(sketch).hasSameHashCodeAs(sketch);
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + random.nextInt(5_000))
                .toList();
    }

    private static double jaccard(List<String> one, List<String> other) {
        Set<String> both = units(one);
        both.retainAll(units(other));
        Set<String> all = units(one);
        all.addAll(units(other));
        return (double) both.size() / all.size();
    }

    private static Set<String> units(List<String> words) {
        Set<String> units = new HashSet<>(words);
        for (int i = 1; i < words.size(); i++) {
            units.add(words.get(i - 1) + " " + words.get(i));
        }
        return units;
    }
}
