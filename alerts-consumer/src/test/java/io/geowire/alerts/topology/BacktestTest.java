package io.geowire.alerts.topology;

import static io.geowire.alerts.topology.TopologyFixture.NOON;
import static io.geowire.alerts.topology.TopologyFixture.headline;
import static io.geowire.alerts.topology.TopologyFixture.sameEvent;
import static io.geowire.alerts.topology.TopologyFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.topology.Backtest.Outcome;
import io.geowire.alerts.watch.Watch;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestTest {
    private static final List<String> TITLES =
            List.of("Envoys meet in Muscat", "Assets frozen in Brussels", "Envoys speak of frozen assets", "A cake");
    private static final int ARTICLES = 60;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void alertsAreThoseOfTheTopologyWhateverTheOrderOfReading(long seed) {
        Random random = new Random(seed);
        List<Watch> watches = List.of(watch("envoys", "envoys"), watch("assets", "frozen AND assets", 2));
        List<EnrichedArticle> articles = articles(random);
        Map<String, Alert> live = new LinkedHashMap<>();
        try (TopologyFixture topology = new TopologyFixture(folder)) {
            watches.forEach(topology::putWatch);
            articles.forEach(topology::put);
            topology.alertRecords().forEach(record -> live.put(record.key(), record.value()));
        }

        Collections.shuffle(articles, random);
        Outcome outcome = test(watches, articles);

        assertThat(outcome.alerts())
                .as("seed %d", seed)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(live.values());
        assertThat(outcome.articles()).isEqualTo(ARTICLES);
    }

    /** In order of time, each knowing earlier reports of its event. */
    private static List<EnrichedArticle> articles(Random random) {
        List<EnrichedArticle> articles = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            List<RelatedHeadline> known = new ArrayList<>();
            for (int other = random.nextInt(8); other < i && other < 8; other += 1 + random.nextInt(8)) {
                EnrichedArticle earlier = articles.get(i - 1 - other);
                known.add(sameEvent(
                        earlier.getArticle().getId(), earlier.getArticle().getPublishedAt()));
            }
            articles.add(headline(
                    "a%02d".formatted(i),
                    TITLES.get(random.nextInt(TITLES.size())),
                    NOON.plus(Duration.ofMinutes(i)),
                    known.toArray(new RelatedHeadline[0])));
        }
        return articles;
    }

    @Test
    void earliestReportRaisesTheAlertAndLaterOnesAreCounted() {
        Outcome outcome = test(
                List.of(watch("w", "report")),
                List.of(
                        headline("late", "A later report", NOON.plusSeconds(60), sameEvent("early", NOON)),
                        headline("cake", "A cake"),
                        headline("early", "A report")));

        assertThat(outcome.articles()).isEqualTo(3);
        assertThat(outcome.matching()).isEqualTo(2);
        assertThat(outcome.waiting()).isZero();
        assertThat(outcome.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getArticleId()).isEqualTo("early");
            assertThat(alert.getArticleIds()).containsExactly("early", "late");
            assertThat(alert.getArticleCount()).isEqualTo(2);
        });
    }

    @Test
    void storyThatTooFewSourcesCarryWaits() {
        Outcome outcome = test(
                List.of(watch("w", "report", 2)),
                List.of(
                        headline("a", "A report"),
                        headline("b", "A report elsewhere"),
                        headline("c", "Another report", NOON.plusSeconds(60), sameEvent("b", NOON))));

        assertThat(outcome.matching()).isEqualTo(3);
        assertThat(outcome.alerts()).extracting(Alert::getStoryId).containsExactly("b");
        assertThat(outcome.waiting()).isEqualTo(1);
    }

    @Test
    void oldNewsReadLaterIsMarkedAsSuch() {
        EnrichedArticle news = headline("a", "A report");
        EnrichedArticle old = EnrichedArticle.newBuilder(news)
                .setArticle(
                        Article.newBuilder(news.getArticle()).setBackfill(true).build())
                .build();

        assertThat(test(List.of(watch("w", "report")), List.of(old)).alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.getRaisedRevision()).isZero());
    }

    @Test
    void nothingReadIsNothingFound() {
        assertThat(test(List.of(watch("w", "report")), List.of())).isEqualTo(new Outcome(0, 0, List.of(), 0));
    }

    @Test
    void watchThatMatchesEverythingIsGivenUp() {
        EnrichedArticle article = headline("a", "A report");
        try (Backtest backtest = new Backtest(List.of(watch("w", "report")))) {
            for (int i = 0; i < Backtest.MAX_MATCHES; i++) {
                backtest.article(article);
            }
            assertThatThrownBy(() -> backtest.article(article))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("more than 20,000 matches: too many to be of use");
        }
    }

    @Test
    void watchThatCannotBeMatchedIsRefused() {
        assertThatThrownBy(() -> new Backtest(List.of(watch("w", "\"unclosed"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("watch 'w' cannot be matched: query: ");
    }

    private static Outcome test(List<Watch> watches, List<EnrichedArticle> articles) {
        try (Backtest backtest = new Backtest(watches)) {
            articles.forEach(backtest::article);
            return backtest.outcome();
        }
    }
}
