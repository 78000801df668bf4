package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.watch.Severity;
import io.geowire.alerts.watch.Watch;
import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.DeadLetter;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.Relation;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.streams.Arrival;
import io.geowire.service.streams.StreamsConfigs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on the test driver: watches and articles in, alerts and dead letters out. */
final class TopologyFixture implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final Map<String, Object> CLIENTS =
            Map.of("bootstrap.servers", "none:1", "schema.registry.url", "mock://alert-topology");

    final TopologyTestDriver driver;
    final TestInputTopic<String, byte[]> rawArticles;
    final TestInputTopic<String, byte[]> rawWatches;
    private final TestInputTopic<String, EnrichedArticle> articles;
    private final TestInputTopic<String, io.geowire.events.Watch> watches;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, DeadLetter> letters;

    TopologyFixture(Path stateDir, Limits limits) {
        this(stateDir, limits, AlertsMetrics.NONE);
    }

    TopologyFixture(Path stateDir, Limits limits, AlertsMetrics metrics) {
        Properties properties = StreamsConfigs.of("geowire-alerts", CLIENTS, stateDir, 1, Topics.ALERTS_DLQ);
        // In a transaction the driver forgets the dead letter of a record that cannot be read.
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        driver = new TopologyTestDriver(new AlertTopology(limits, CLIENTS, metrics).get(), properties);
        rawArticles = driver.createInputTopic(Topics.ENRICHED, new StringSerializer(), new ByteArraySerializer());
        rawWatches = driver.createInputTopic(Topics.WATCHES, new StringSerializer(), new ByteArraySerializer());
        articles = driver.createInputTopic(
                Topics.ENRICHED,
                new StringSerializer(),
                AvroSerdes.value(EnrichedArticle.class, CLIENTS).serializer());
        watches = driver.createInputTopic(
                Topics.WATCHES,
                new StringSerializer(),
                AvroSerdes.value(io.geowire.events.Watch.class, CLIENTS).serializer());
        alerts = driver.createOutputTopic(
                Topics.ALERTS,
                new StringDeserializer(),
                AvroSerdes.value(Alert.class, CLIENTS).deserializer());
        letters = driver.createOutputTopic(
                Topics.ALERTS_DLQ,
                new StringDeserializer(),
                AvroSerdes.value(DeadLetter.class, CLIENTS).deserializer());
    }

    TopologyFixture(Path stateDir) {
        this(stateDir, Limits.DEFAULT);
    }

    /** A watch of a query alone. */
    static Watch watch(String id, String query) {
        return watch(id, query, 1);
    }

    static Watch watch(String id, String query, int minSources) {
        return new Watch(
                id, "Name of " + id, Severity.HIGH, query, List.of(), List.of(), List.of(), minSources, List.of());
    }

    void putWatch(Watch watch) {
        watches.pipeInput(watch.id(), WatchMapper.toEvent(watch));
    }

    void putWatchAs(String key, Watch watch) {
        watches.pipeInput(key, WatchMapper.toEvent(watch));
    }

    void removeWatch(String id) {
        watches.pipeInput(id, (io.geowire.events.Watch) null);
    }

    void put(EnrichedArticle article) {
        articles.pipeInput(article.getArticle().getId(), article);
    }

    /** An article that came in at a time. */
    void putArrived(EnrichedArticle article, Instant arrival) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Arrival.HEADER, Long.toString(arrival.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
        articles.pipeInput(new TestRecord<>(article.getArticle().getId(), article, headers, NOON));
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    List<TestRecord<String, Alert>> alertRecords() {
        return alerts.readRecordsToList();
    }

    List<DeadLetter> deadLetters() {
        return letters.readValuesToList();
    }

    /** A bare headline at noon, by a source of the same name as its id, that is its own story. */
    static EnrichedArticle headline(String id, String title, RelatedHeadline... related) {
        return headline(id, title, NOON, related);
    }

    static EnrichedArticle headline(String id, String title, Instant publishedAt, RelatedHeadline... related) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setInputId("input-" + id)
                        .setTitle(title)
                        .setSource("source-" + id)
                        .setUrl("https://example.org/" + id)
                        .setPublishedAt(publishedAt)
                        .setPublishedAtProvenance(DateProvenance.DECLARED)
                        .setIngestedAt(publishedAt)
                        .setContentHash("hash-of-" + id)
                        .build())
                .setEntities(List.of())
                .setTopics(List.of())
                .setRelated(Arrays.asList(related))
                .setStoryId(Stream.concat(
                                Stream.of(id),
                                Arrays.stream(related)
                                        .filter(other -> other.getRelation() == Relation.SAME_EVENT)
                                        .filter(other -> other.getPublishedAt().isBefore(publishedAt))
                                        .map(RelatedHeadline::getArticleId))
                        .reduce((own, earlier) -> earlier)
                        .orElseThrow())
                .setRevision(1)
                .build();
    }

    static RelatedHeadline sameEvent(String id, Instant publishedAt) {
        return related(id, publishedAt, Relation.SAME_EVENT);
    }

    static RelatedHeadline related(String id, Instant publishedAt, Relation relation) {
        return RelatedHeadline.newBuilder()
                .setArticleId(id)
                .setTitle("Title of " + id)
                .setSource("source-" + id)
                .setPublishedAt(publishedAt)
                .setScore(0.9)
                .setRelation(relation)
                .build();
    }

    @Override
    public void close() {
        driver.close();
    }
}
