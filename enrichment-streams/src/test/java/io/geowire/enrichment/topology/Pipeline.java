package io.geowire.enrichment.topology;

import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.related.DocumentFrequencies;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.OverlapScorer;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.streams.StreamsConfigs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** The topology in the test driver, with what was published so far. */
final class Pipeline implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    static final Limits LIMITS =
            new Limits(Duration.ofDays(7), 100, 20_000, 500_000, 2_000_000, Duration.ofSeconds(30));

    final TopologyTestDriver driver;
    final List<EnrichedArticle> published = new ArrayList<>();
    private final TestInputTopic<String, Article> articles;
    private final TestOutputTopic<String, EnrichedArticle> enriched;
    private final TestOutputTopic<String, DeadLetter> deadLetters;

    Pipeline(Path stateDir) {
        this(stateDir, LIMITS, text -> List.of());
    }

    Pipeline(Path stateDir, Limits limits, EntityRecognizer recognizer) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", "nowhere:9092");
        config.put("schema.registry.url", "mock://" + UUID.randomUUID());
        Analyst analyst = new Analyst(recognizer, text -> List.of(), new Fingerprinter(DocumentFrequencies.load()));
        Properties properties = StreamsConfigs.of("geowire-enrichment", config, stateDir, 1, Topics.ENRICHMENT_DLQ);
        driver = new TopologyTestDriver(
                new EnrichmentTopology(analyst, new OverlapScorer(), limits, 1, config, NoMetrics.NONE).get(),
                properties);
        articles = driver.createInputTopic(
                Topics.ARTICLES,
                new StringSerializer(),
                AvroSerdes.value(Article.class, config).serializer());
        enriched = driver.createOutputTopic(
                Topics.ENRICHED,
                new StringDeserializer(),
                AvroSerdes.value(EnrichedArticle.class, config).deserializer());
        deadLetters = driver.createOutputTopic(
                Topics.ENRICHMENT_DLQ,
                new StringDeserializer(),
                AvroSerdes.value(DeadLetter.class, config).deserializer());
    }

    static Article article(String id, String title, Instant publishedAt) {
        return Article.newBuilder()
                .setId(id)
                .setTitle(title)
                .setSource("Example Wire")
                .setPublishedAt(publishedAt)
                .setPublishedAtProvenance(DateProvenance.DECLARED)
                .setIngestedAt(publishedAt)
                .setContentHash(title + publishedAt)
                .build();
    }

    /** Sends an article and returns what was published because of it. */
    List<EnrichedArticle> send(Article article) {
        articles.pipeInput(article.getId(), article);
        return published();
    }

    List<EnrichedArticle> send(String id, String title, Instant publishedAt) {
        return send(article(id, title, publishedAt));
    }

    /** What was published since last asked. */
    List<EnrichedArticle> published() {
        List<EnrichedArticle> fresh = enriched.readValuesToList();
        published.addAll(fresh);
        return fresh;
    }

    List<DeadLetter> deadLetters() {
        return deadLetters.readValuesToList();
    }

    /** The last revision of each article. */
    Map<String, EnrichedArticle> latest() {
        Map<String, EnrichedArticle> latest = new LinkedHashMap<>();
        published.forEach(article -> latest.put(article.getArticle().getId(), article));
        return latest;
    }

    EnrichedArticle latest(String id) {
        return latest().get(id);
    }

    List<String> related(String id) {
        return latest(id).getRelated().stream()
                .map(RelatedHeadline::getArticleId)
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
