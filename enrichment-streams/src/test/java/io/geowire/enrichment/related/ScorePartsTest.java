package io.geowire.enrichment.related;

import static io.geowire.enrichment.related.RandomArticles.headline;
import static io.geowire.enrichment.related.RandomArticles.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.text.NewsText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorePartsTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final String GRID = "Havana power grid collapses again, plunging Cuba into darkness";
    private static final String DARK = "Darkness in Havana as the Cuban power grid fails";

    private final LogisticScorer scorer = new LogisticScorer(PairModel.shipped());

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void thePartsOfEveryRelatedPairMakeItsScore(long seed) {
        List<Fingerprint> prints = new RandomArticles(seed).list(80);
        int related = 0;
        for (Fingerprint one : prints) {
            for (Fingerprint other : prints) {
                related += one == other ? 0 : checked(one, other);
            }
        }
        assertThat(related).isPositive();
    }

    private int checked(Fingerprint one, Fingerprint other) {
        return scorer.compare(one, other)
                .map(found -> {
                    ScoreParts parts = Objects.requireNonNull(found.parts());
                    assertThat(score(parts)).isCloseTo(found.score(), within(1e-5));
                    assertThat(parts.resemblance() > 0).isEqualTo(found.relation() == Relation.DUPLICATE);
                    return 1;
                })
                .orElse(0);
    }

    @Test
    void onlyTheTimeSpeaksOtherwiseWhenTheSameReportComesLater() {
        ScoreParts soon = parts(headline("a", GRID, NOON), headline("b", DARK, NOON.plusSeconds(60)));
        ScoreParts late = parts(headline("a", GRID, NOON), headline("b", DARK, NOON.plus(Duration.ofHours(20))));

        assertThat(late.time()).isLessThan(soon.time());
        assertThat(late.words()).isEqualTo(soon.words()).isPositive();
        assertThat(late.meaning()).isEqualTo(soon.meaning());
        assertThat(late.entities()).isEqualTo(soon.entities()).isZero();
    }

    @Test
    void copiesSayHowAlikeTheirWordingIs() {
        String body = "The lights went out across Havana on Friday evening when the island's largest plant tripped. "
                + "Hospitals ran on generators while engineers tried to bring the network back in stages.";

        assertThat(parts(
                                print("a", new NewsText(GRID, body), NOON),
                                print("b", new NewsText("Cuba in the dark once more", body), NOON))
                        .resemblance())
                .isEqualTo(1);
    }

    private ScoreParts parts(Fingerprint one, Fingerprint other) {
        return Objects.requireNonNull(scorer.compare(one, other).orElseThrow().parts());
    }

    private static double score(ScoreParts parts) {
        double logOdds = (double) parts.bias()
                + parts.meaning()
                + parts.words()
                + parts.entities()
                + parts.countries()
                + parts.time();
        return Math.max(parts.resemblance(), 1 / (1 + Math.exp(-logOdds)));
    }
}
