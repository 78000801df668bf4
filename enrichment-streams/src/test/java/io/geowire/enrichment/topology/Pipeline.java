package io.geowire.enrichment.topology;

import io.geowire.enrichment.encoder.WordEncoder;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.related.PairScorer;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.streams.Arrival;
import io.geowire.service.streams.StreamsConfigs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The topology in the test driver, with what was published so far. */
final class Pipeline implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    static final Limits LIMITS =
            new Limits(Duration.ofDays(7), 100, 20_000, 500_000, 2_000_000, Duration.ofSeconds(30));
    static final Analyst ANALYST =
            new Analyst(new WordEncoder(), text -> List.of(), text -> List.of(), Fingerprinter.shipped());

    final TopologyTestDriver driver;
    private final List<EnrichedArticle> published = new ArrayList<>();
    private final TestInputTopic<String, Article> articles;
    private final TestOutputTopic<String, EnrichedArticle> enriched;
    private final TestOutputTopic<String, DeadLetter> deadLetters;

    Pipeline(Path stateDir) {
        this(stateDir, LIMITS, ANALYST, new LogisticScorer(PairModel.shipped()));
    }

    Pipeline(Path stateDir, Limits limits, Analyst analyst, PairScorer scorer) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", "nowhere:9092");
        config.put("schema.registry.url", "mock://" + UUID.randomUUID());
        driver = new TopologyTestDriver(
                new EnrichmentTopology(analyst, scorer, limits, 1, config, NoMetrics.NONE).get(),
                StreamsConfigs.of("geowire-enrichment", config, stateDir, 1, Topics.ENRICHMENT_DLQ));
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
        return send(article.getId(), article);
    }

    List<EnrichedArticle> send(String id, String title, Instant publishedAt) {
        return send(article(id, title, publishedAt));
    }

    List<EnrichedArticle> send(String key, @Nullable Article article) {
        articles.pipeInput(key, article);
        return published();
    }

    /** Sends an article that came in at a time of its own and returns the arrival that each result of it bears. */
    List<OptionalLong> arrivals(Article article, Instant arrival) {
        articles.pipeInput(article.getId(), article, arrival);
        return enriched.readRecordsToList().stream()
                .map(record -> Arrival.of(record.headers()))
                .toList();
    }

    List<EnrichedArticle> advance(Duration wallClock) {
        driver.advanceWallClockTime(wallClock);
        return published();
    }

    private List<EnrichedArticle> published() {
        List<EnrichedArticle> fresh = enriched.readValuesToList();
        published.addAll(fresh);
        return fresh;
    }

    int publishedCount() {
        return published.size();
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

    int size(String store) {
        int size = 0;
        KeyValueStore<Object, Object> entries = driver.getKeyValueStore(store);
        try (KeyValueIterator<Object, Object> all = entries.all()) {
            while (all.hasNext()) {
                all.next();
                size++;
            }
        }
        return size;
    }

    @Override
    public void close() {
        driver.close();
    }
}
