package io.geowire.enrichment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.WordEncoder;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.LabelledNews;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.topic.LexiconTopicClassifier;
import io.geowire.enrichment.topic.TopicLexicon;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which news come in makes no difference to what is found in each, and hardly any to which belong together. */
class ShuffledNewsTest {
    private static final int ORDERS = 5;
    private static final double LEAST_AGREEMENT = 0.97;
    private static final Analyst ANALYST = new Analyst(
            new WordEncoder(),
            TableRecognizer.load(),
            new LexiconTopicClassifier(TopicLexicon.shipped()),
            Fingerprinter.shipped());

    @TempDir
    Path stateDir;

    private record Pair(String one, String other) {}

    @Test
    void inputOrderChangesNothingThatMatters() {
        List<LabelledNews> news = LabelledNews.of(List.of("dev/asia", "test/world"));
        Map<String, EnrichedArticle> inOrder = enrich(news, 0);
        double least = 1;
        for (int seed = 1; seed <= ORDERS; seed++) {
            List<LabelledNews> shuffled = new ArrayList<>(news);
            Collections.shuffle(shuffled, new Random(seed));
            Map<String, EnrichedArticle> other = enrich(shuffled, seed);

            assertThat(other).hasSameSizeAs(inOrder);
            other.forEach((id, article) -> {
                assertThat(article.getEntities()).isEqualTo(inOrder.get(id).getEntities());
                assertThat(article.getTopics()).isEqualTo(inOrder.get(id).getTopics());
            });
            least = Math.min(least, agreement(pairs(inOrder), pairs(other)));
        }
        System.getLogger(ShuffledNewsTest.class.getName())
                .log(System.Logger.Level.INFO, "pairs that agree in every order: at least {0}", least);
        assertThat(least).isGreaterThanOrEqualTo(LEAST_AGREEMENT);
    }

    private Map<String, EnrichedArticle> enrich(List<LabelledNews> news, int run) {
        try (Pipeline pipeline = new Pipeline(
                stateDir.resolve(String.valueOf(run)),
                Pipeline.LIMITS,
                ANALYST,
                new LogisticScorer(PairModel.shipped()))) {
            news.forEach(item -> pipeline.send(article(item)));
            return pipeline.latest();
        }
    }

    private static Article article(LabelledNews item) {
        return Article.newBuilder(Pipeline.article(item.id(), item.text().title(), item.publishedAt()))
                .setBody(item.text().body())
                .build();
    }

    private static Set<Pair> pairs(Map<String, EnrichedArticle> enriched) {
        Set<Pair> pairs = new HashSet<>();
        enriched.forEach((id, article) ->
                article.getRelated().forEach(related -> pairs.add(new Pair(id, related.getArticleId()))));
        assertThat(pairs).hasSizeGreaterThan(100);
        return pairs;
    }

    private static double agreement(Set<Pair> one, Set<Pair> other) {
        Set<Pair> both = new HashSet<>(one);
        both.retainAll(other);
        Set<Pair> all = new HashSet<>(one);
        all.addAll(other);
        return (double) both.size() / all.size();
    }
}
