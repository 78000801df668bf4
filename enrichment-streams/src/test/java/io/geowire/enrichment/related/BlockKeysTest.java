package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.TextVector;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockKeysTest {
    private static final DocumentFrequencies FREQUENCIES =
            new DocumentFrequencies(1_000, Map.of("trump", 200, "tariff", 50, "Q22686", 200, "goma", 2, "Q17", 20));

    private final BlockKeys keys = new BlockKeys(PairModel.shipped());

    @Test
    void rareTermsAndEntitiesAreKeysAndCommonOnesOnlyInPairs() {
        assertThat(keys.of(
                        List.of(term("goma", true), term("tariff", true), term("trump", true)),
                        List.of(term("Q17", true), term("Q22686", true)),
                        List.of(),
                        TextVector.NONE,
                        FREQUENCIES))
                .containsExactly("t:goma", "e:Q22686+t:tariff", "t:tariff+t:trump", "e:Q17", "e:Q22686+t:trump");
    }

    @Test
    void itsMainCountriesAreKeysAloneAndTogether() {
        assertThat(keys.of(List.of(), List.of(), List.of("US", "CU", "FR"), TextVector.NONE, FREQUENCIES))
                .containsExactly("c:CU+c:US", "c:CU", "c:US");
        assertThat(keys.of(List.of(), List.of(), List.of("US"), TextVector.NONE, FREQUENCIES))
                .containsExactly("c:US");
    }

    @Test
    void aCountryIsPairedWithTheNearestCluster() {
        TextVector vector = PairModel.shipped().clusters().get(7);

        assertThat(keys.of(List.of(), List.of(), List.of("CU"), vector, FREQUENCIES))
                .filteredOn(key -> key.startsWith("c:CU+v:"))
                .containsExactly("c:CU+v:7");
    }

    @Test
    void figuresAreNoKeys() {
        assertThat(keys.of(
                        List.of(term("2026", true), term("1,550", true)),
                        List.of(),
                        List.of(),
                        TextVector.NONE,
                        FREQUENCIES))
                .isEmpty();
    }

    @Test
    void thereAreNoMoreThanTheMostAndTheTitleComesFirst() {
        List<Weighted> terms = IntStream.range(0, 30)
                .mapToObj(i -> term("rare" + (char) ('a' + i % 26) + i, i >= 22))
                .toList();

        List<String> chosen = keys.of(terms, List.of(), List.of(), TextVector.NONE, FREQUENCIES);

        assertThat(chosen).hasSize(BlockKeys.MOST);
        assertThat(chosen)
                .containsAll(terms.stream()
                        .filter(Weighted::inTitle)
                        .map(term -> "t:" + term.name())
                        .toList());
    }

    @Test
    void theNearestClustersAreTheCommonestKeys() {
        TextVector vector = PairModel.shipped().clusters().get(7);

        List<String> chosen = keys.of(List.of(term("goma", true)), List.of(), List.of(), vector, FREQUENCIES);

        assertThat(chosen).hasSize(1 + BlockKeys.CLUSTERS).startsWith("t:goma").contains("v:7");
    }

    @Test
    void nothingToNameGivesNoKeys() {
        assertThat(keys.of(List.of(), List.of(), List.of(), TextVector.NONE, FREQUENCIES))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void bothEndsFindTheSameRarestSharedKey(long seed) {
        List<Fingerprint> prints = new RandomArticles(seed).list(60);
        for (Fingerprint one : prints) {
            for (Fingerprint other : prints) {
                List<String> a = one.profile().blockKeys();
                List<String> b = other.profile().blockKeys();
                assertThat(BlockKeys.rarestShared(a, b)).isEqualTo(BlockKeys.rarestShared(b, a));
                assertThat(BlockKeys.rarestShared(a, b).isPresent())
                        .isEqualTo(a.stream().anyMatch(b::contains));
            }
        }
    }

    private static Weighted term(String name, boolean inTitle) {
        return new Weighted(name, FREQUENCIES.weight(name), inTitle);
    }
}
