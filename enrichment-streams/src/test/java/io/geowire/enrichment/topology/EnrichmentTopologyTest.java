package io.geowire.enrichment.topology;

import static io.geowire.enrichment.topology.Pipeline.ANALYST;
import static io.geowire.enrichment.topology.Pipeline.LIMITS;
import static io.geowire.enrichment.topology.Pipeline.NOON;
import static io.geowire.enrichment.topology.Pipeline.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Relation;
import io.geowire.schemas.catalogue.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTopologyTest {
    private static final String GOMA = "M23 rebels claim Goma as thousands flee toward Rwanda border";
    private static final String GOMA_AGAIN = "Thousands flee Goma after M23 rebels claim Congo's border city";
    private static final String CUBA = "Havana power grid collapses again, plunging Cuba into darkness";

    @TempDir
    Path stateDir;

    private Pipeline pipeline;

    private Pipeline pipeline() {
        pipeline = new Pipeline(stateDir);
        return pipeline;
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aLoneArticleIsPublishedOnceWithoutRelatives() {
        List<EnrichedArticle> published = pipeline().send("a", CUBA, NOON);

        assertThat(published).hasSize(1);
        EnrichedArticle only = published.get(0);
        assertThat(only.getRevision()).isEqualTo(1);
        assertThat(only.getComplete()).isTrue();
        assertThat(only.getRelated()).isEmpty();
        assertThat(only.getStoryId()).isEqualTo("a");
        assertThat(only.getDuplicateOf()).isNull();
    }

    @Test
    void anArticleWithNothingToCompareIsPublishedAtOnce() {
        assertThat(pipeline().send("a", "— ☂ —", NOON))
                .singleElement()
                .matches(EnrichedArticle::getComplete)
                .extracting(EnrichedArticle::getRevision)
                .isEqualTo(1);
    }

    @Test
    void resultsBearTheArrivalOfTheArticleThatCausedThem() {
        Instant first = NOON.plusSeconds(1);
        Instant second = NOON.plusSeconds(60);

        assertThat(pipeline().arrivals(article("late", GOMA_AGAIN, NOON), first))
                .containsExactly(OptionalLong.of(first.toEpochMilli()));
        // The revision of the one that came first is caused by the other.
        assertThat(pipeline.arrivals(article("early", GOMA, NOON.minusSeconds(9)), second))
                .hasSize(2)
                .containsOnly(OptionalLong.of(second.toEpochMilli()));
    }

    @Test
    void relatedArticlesFindEachOtherWhoeverComesFirst() {
        pipeline().send("late", GOMA_AGAIN, NOON.plus(Duration.ofHours(2)));
        pipeline.send("early", GOMA, NOON);
        pipeline.send("other", CUBA, NOON);

        assertThat(pipeline.related("early")).containsExactly("late");
        assertThat(pipeline.related("late")).containsExactly("early");
        assertThat(pipeline.related("other")).isEmpty();
        assertThat(pipeline.latest("late").getStoryId()).isEqualTo("early");
        assertThat(pipeline.latest("early").getStoryId()).isEqualTo("early");
    }

    @Test
    void aLateArrivalMakesOneRevisionOfItsRelativesAndNoneOfOthers() {
        pipeline().send("first", GOMA, NOON);
        pipeline.send("other", CUBA, NOON);

        assertThat(pipeline.send("second", GOMA_AGAIN, NOON.plus(Duration.ofHours(1))))
                .extracting(article -> article.getArticle().getId(), EnrichedArticle::getRevision)
                .containsExactlyInAnyOrder(tuple("first", 2), tuple("second", 1));
    }

    @Test
    void theSameContentAgainPublishesNothing() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON);

        assertThat(pipeline.send("a", GOMA, NOON)).isEmpty();
        assertThat(pipeline.send("b", GOMA_AGAIN, NOON)).isEmpty();
    }

    @Test
    void backfillThatComesAgainAsNewsIsARevisionAndNewsThatComesAgainAsBackfillIsNone() {
        Article news = Pipeline.article("a", GOMA, NOON);
        Article backfill = Article.newBuilder(news).setBackfill(true).build();

        assertThat(pipeline().send(backfill))
                .singleElement()
                .matches(article -> article.getArticle().getBackfill());
        assertThat(pipeline.send(backfill)).isEmpty();
        assertThat(pipeline.send(news)).singleElement().satisfies(article -> {
            assertThat(article.getArticle().getBackfill()).isFalse();
            assertThat(article.getRevision()).isEqualTo(2);
        });
        assertThat(pipeline.send(backfill)).isEmpty();
    }

    @Test
    void anotherLanguageIsPassedOnWithoutGuesses() {
        Article english = Article.newBuilder(Pipeline.article("a", GOMA, NOON))
                .setLanguage("en-GB")
                .build();
        Article german = Article.newBuilder(Pipeline.article("b", GOMA_AGAIN, NOON))
                .setLanguage("de")
                .build();

        pipeline().send(english);

        assertThat(pipeline.send(german)).singleElement().satisfies(article -> {
            assertThat(article.getArticle().getLanguage()).isEqualTo("de");
            assertThat(article.getRevision()).isEqualTo(1);
            assertThat(article.getComplete()).isTrue();
            assertThat(article.getRelated()).isEmpty();
            assertThat(article.getEntities()).isEmpty();
            assertThat(article.getTopics()).isEmpty();
            assertThat(article.getStoryId()).isEqualTo("b");
        });
        assertThat(pipeline.related("a")).isEmpty();
        assertThat(pipeline.send("c", GOMA_AGAIN, NOON)).isNotEmpty();
        assertThat(pipeline.related("a")).containsExactly("c");
    }

    @Test
    void aCopyPointsToItsOriginal() {
        pipeline().send("original", GOMA, NOON);
        pipeline.send("copy", GOMA + " - officials", NOON.plus(Duration.ofHours(71)));

        assertThat(pipeline.latest("copy").getDuplicateOf()).isEqualTo("original");
        assertThat(pipeline.latest("original").getDuplicateOf()).isNull();
        assertThat(pipeline.latest("original").getRelated())
                .singleElement()
                .extracting(it -> it.getRelation())
                .isEqualTo(Relation.DUPLICATE);
    }

    @Test
    void aRelatedHeadlineSaysWhy() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON);

        assertThat(pipeline.latest("b").getRelated().get(0).getSharedTerms()).contains("goma", "m23", "rebel");
        assertThat(pipeline.latest("b").getRelated().get(0).getTitle()).isEqualTo(GOMA);
        assertThat(pipeline.latest("b").getRelated().get(0).getParts().getWords())
                .isPositive();
        assertThat(pipeline.latest("a").getRelated().get(0).getParts())
                .isEqualTo(pipeline.latest("b").getRelated().get(0).getParts());
    }

    @Test
    void articlesMoreThanThreeDaysApartAreNotCompared() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA, NOON.plus(Duration.ofHours(73)));

        assertThat(pipeline.related("a")).isEmpty();
        assertThat(pipeline.related("b")).isEmpty();
    }

    @Test
    void aNewVersionLosesTheRelativesOfTheOldOneOnBothSides() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON.plusSeconds(60));

        pipeline.send("b", CUBA, NOON.plusSeconds(60));

        assertThat(pipeline.related("a")).isEmpty();
        assertThat(pipeline.related("b")).isEmpty();
        assertThat(pipeline.latest("b").getRevision()).isEqualTo(2);
        assertThat(pipeline.latest("b").getStoryId()).isEqualTo("b");
    }

    @Test
    void aNewVersionFindsNewRelativesAndKeepsThoseThatStillHold() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON.plusSeconds(60));

        pipeline.send("b", GOMA_AGAIN + ", UN says", NOON.plusSeconds(60));

        assertThat(pipeline.related("a")).containsExactly("b");
        assertThat(pipeline.latest("a").getRelated().get(0).getTitle()).endsWith("UN says");
        assertThat(pipeline.related("b")).containsExactly("a");
    }

    @Test
    void aVersionOfAnotherTimeLeavesItsOldPlace() {
        pipeline().send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON.plusSeconds(60));

        pipeline.send("b", GOMA_AGAIN, NOON.plus(Duration.ofDays(30)));

        assertThat(pipeline.related("a")).isEmpty();
        assertThat(pipeline.related("b")).isEmpty();
        pipeline.send("c", GOMA, NOON.plus(Duration.ofDays(30)));
        assertThat(pipeline.related("c")).containsExactly("b");
    }

    @Test
    void anArticleWhoseAnswerNeverComesIsPublishedIncompleteAfterTheTimeout() {
        failingToCompare("b");
        pipeline.send("a", GOMA, NOON);

        assertThat(pipeline.send("b", GOMA_AGAIN, NOON)).isEmpty();
        assertThat(pipeline.advance(Duration.ofSeconds(20))).isEmpty();
        assertThat(pipeline.advance(Duration.ofSeconds(20)))
                .singleElement()
                .matches(article -> !article.getComplete() && article.getRevision() == 1);
        assertThat(pipeline.advance(Duration.ofMinutes(5))).isEmpty();
        assertThat(pipeline.size(Names.WAITING)).isZero();
    }

    @Test
    void aFingerprintThatCannotBeComparedIsADeadLetterAndTheStreamGoesOn() {
        failingToCompare("b");
        pipeline.send("a", GOMA, NOON);
        pipeline.send("b", GOMA_AGAIN, NOON);

        assertThat(pipeline.deadLetters())
                .isNotEmpty()
                .allMatch(letter -> letter.getReason().contains("article b cannot be compared"));
        assertThat(pipeline.send("c", CUBA, NOON)).hasSize(1);
    }

    @Test
    void anArticleThatCannotBeAnalysedIsADeadLetterAndTheStreamGoesOn() {
        Analyst analyst = new Analyst(
                ANALYST.encoder(),
                text -> {
                    if (text.title().equals(GOMA)) {
                        throw new IllegalStateException("poison");
                    }
                    return List.of();
                },
                ANALYST.classifier(),
                ANALYST.fingerprinter());
        pipeline = new Pipeline(stateDir, LIMITS, analyst, new LogisticScorer(PairModel.shipped()));

        assertThat(pipeline.send("a", GOMA, NOON)).isEmpty();
        assertThat(pipeline.send("b", CUBA, NOON)).hasSize(1);
        DeadLetter letter = pipeline.deadLetters().get(0);
        assertThat(letter.getTopic()).isEqualTo(Topics.ARTICLES);
        assertThat(letter.getReason()).contains("article a cannot be analysed").contains("poison");
        assertThat(pipeline.size(Names.GATHERING)).isEqualTo(1);
    }

    @Test
    void recordsThatAreNoArticlesAreDeadLetters() {
        pipeline().send("a", null);
        pipeline.send("another-key", article("a", GOMA, NOON));

        assertThat(pipeline.deadLetters())
                .extracting(DeadLetter::getReason)
                .satisfiesExactly(
                        first -> assertThat(first).contains("has no value"),
                        second -> assertThat(second).contains("key is 'another-key', the article's id 'a'"));
    }

    @Test
    void anErrorIsNeverSwallowed() {
        Analyst analyst = new Analyst(
                ANALYST.encoder(),
                text -> {
                    throw new StackOverflowError();
                },
                ANALYST.classifier(),
                ANALYST.fingerprinter());
        pipeline = new Pipeline(stateDir, LIMITS, analyst, new LogisticScorer(PairModel.shipped()));

        assertThatThrownBy(() -> pipeline.send("a", GOMA, NOON)).isInstanceOf(StackOverflowError.class);
    }

    private void failingToCompare(String id) {
        LogisticScorer scorer = new LogisticScorer(PairModel.shipped());
        pipeline = new Pipeline(stateDir, LIMITS, ANALYST, (one, other) -> {
            if (one.articleId().equals(id)) {
                throw new IllegalStateException("poison");
            }
            return scorer.compare(one, other);
        });
    }
}
