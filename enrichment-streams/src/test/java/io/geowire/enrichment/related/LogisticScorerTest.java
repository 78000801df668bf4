package io.geowire.enrichment.related;

import static io.geowire.enrichment.related.RandomArticles.headline;
import static io.geowire.enrichment.related.RandomArticles.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticScorerTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final String GRID = "Havana power grid collapses again, plunging Cuba into darkness";

    private final LogisticScorer scorer = new LogisticScorer(PairModel.shipped());

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void scoresAreSymmetricAndFromZeroToOne(long seed) {
        List<Fingerprint> prints = new RandomArticles(seed).list(60);
        for (Fingerprint one : prints) {
            for (Fingerprint other : prints) {
                Optional<Relatedness> found = scorer.compare(one, other);
                assertThat(found).isEqualTo(scorer.compare(other, one));
                found.ifPresent(it -> assertThat(it.score()).isBetween(0.0, 1.0));
            }
        }
    }

    @Test
    void reportsOfOneEventAreFoundAndTheReasonIsSaid() {
        Relatedness found = scorer.compare(
                        headline("a", GRID, NOON),
                        headline("b", "Darkness in Havana as the Cuban power grid fails", NOON.plusSeconds(3_600)))
                .orElseThrow();

        assertThat(found.relation()).isEqualTo(Relation.SAME_EVENT);
        assertThat(found.sharedTerms()).contains("havana", "grid", "darkness", "power");
    }

    @Test
    void headlinesWithNothingInCommonAreNotRelated() {
        assertThat(scorer.compare(headline("a", GRID, NOON), headline("b", "Snow monsters draw skiers to Zao", NOON)))
                .isEmpty();
    }

    @Test
    void theLongerApartTheLowerTheScore() {
        String other = "Darkness in Havana as the Cuban power grid fails";

        assertThat(scorer.compare(headline("a", GRID, NOON), headline("b", other, NOON.plusSeconds(60)))
                        .orElseThrow()
                        .score())
                .isGreaterThan(
                        scorer.compare(headline("a", GRID, NOON), headline("b", other, NOON.plus(Duration.ofHours(70))))
                                .map(Relatedness::score)
                                .orElse(0.0));
    }

    @Test
    void aHeadlineWithSmallEditsIsACopyEvenThreeDaysLater() {
        Relatedness found = scorer.compare(
                        headline("a", GRID, NOON),
                        headline(
                                "b",
                                "Havana power grid collapses, plunging Cuba into darkness - officials",
                                NOON.plus(Duration.ofHours(72))))
                .orElseThrow();

        assertThat(found.relation()).isEqualTo(Relation.DUPLICATE);
        assertThat(found.score()).isGreaterThan(0.45);
    }

    @Test
    void aHeadlineWithAnotherFigureIsNoCopy() {
        assertThat(scorer.compare(
                                headline("a", "Quake off Chile kills 12 in harbour town of Iquique", NOON),
                                headline("b", "Quake off Chile kills 47 in harbour town of Iquique", NOON))
                        .orElseThrow()
                        .relation())
                .isEqualTo(Relation.SAME_EVENT);
    }

    @Test
    void articlesAreCopiesByTheirBodiesWhateverTheTitles() {
        String body = "The lights went out across Havana on Friday evening when the island's largest plant tripped. "
                + "Hospitals ran on generators while engineers tried to bring the network back in stages. "
                + "The energy minister asked for patience and promised news before midnight.";

        assertThat(scorer.compare(
                                print("a", new NewsText(GRID, body), NOON),
                                print(
                                        "b",
                                        new NewsText(
                                                "Cuba in the dark once more",
                                                body.replace("midnight", "dawn").replace("Friday evening", "Friday")),
                                        NOON))
                        .orElseThrow()
                        .relation())
                .isEqualTo(Relation.DUPLICATE);
    }

    @Test
    void aPlaceInCommonIsNotEnough() {
        assertThat(scorer.compare(
                        headline("a", "Snow monsters draw skiers to Zao", NOON),
                        headline("b", "Zao festival opens to visitors from abroad", NOON.plus(Duration.ofDays(1)))))
                .isEmpty();
    }
}
