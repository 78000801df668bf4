package io.geowire.standalone.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.enrichment.EnrichmentConfig;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.RelatedHeadline;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.Settings;
import io.geowire.standalone.LabelledNews;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.pipeline.TopicTail;
import io.geowire.standalone.registry.RegistryServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports find each other across partitions, in either order of arrival, through a restart, up to 72 hours apart. */
class RelatedAcrossPartitionsIT {
    private static final int PARTITIONS = 6;
    private static final int PAIRS = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration WINDOW = Duration.ofHours(72);
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** A report, and a copy of it with a small edit that came later. */
    private record Pair(Article first, Article second) {
        boolean isWithinTheWindow() {
            return Duration.between(first.getPublishedAt(), second.getPublishedAt())
                            .compareTo(WINDOW)
                    <= 0;
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest(name = "the earlier report first: {0}")
    @ValueSource(booleans = {true, false})
    void reportsFindEachOther(boolean earlierFirst) throws Exception {
        List<Pair> pairs = pairs();
        List<Article> earlier = pairs.stream().map(Pair::first).toList();
        List<Article> later = pairs.stream().map(Pair::second).toList();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0);
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0)) {
            Map<String, Object> clients =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
            createTopics(clients);
            Set<Integer> partitions = write(clients, earlierFirst ? earlier : later);
            try (TopicTail<EnrichedArticle> tail = TopicTail.fromBeginning(
                    clients,
                    Topics.ENRICHED,
                    AvroSerdes.value(EnrichedArticle.class, clients).deserializer())) {
                List<EnrichedArticle> published = new ArrayList<>();
                try (EnrichmentApp app = start(clients)) {
                    await(tail, published, () -> assertThat(newest(published)).hasSize(PAIRS));
                    partitions.addAll(write(clients, earlierFirst ? later : earlier));
                    assertThat(partitions).as("partitions written to").hasSize(PARTITIONS);
                    await(tail, published, () -> assertThat(newest(published)).hasSizeGreaterThan(PAIRS));
                }
                try (EnrichmentApp app = start(clients)) {
                    await(tail, published, () -> {
                        Map<String, EnrichedArticle> newest = newest(published);
                        assertThat(newest).hasSize(2 * PAIRS);
                        pairs.forEach(pair -> check(pair, newest));
                    });
                }
                assertThat(published.stream().map(it -> it.getArticle().getId() + " " + it.getRevision()))
                        .as("revisions")
                        .doesNotHaveDuplicates();
            }
        }
    }

    private static void check(Pair pair, Map<String, EnrichedArticle> newest) {
        String first = pair.first().getId();
        String second = pair.second().getId();
        assertThat(related(newest.get(first)).contains(second)).isEqualTo(pair.isWithinTheWindow());
        assertThat(related(newest.get(second)).contains(first)).isEqualTo(pair.isWithinTheWindow());
        assertThat(newest.get(second).getDuplicateOf()).isEqualTo(pair.isWithinTheWindow() ? first : null);
    }

    private static Set<String> related(EnrichedArticle article) {
        Set<String> related = new HashSet<>();
        for (RelatedHeadline headline : article.getRelated()) {
            related.add(headline.getArticleId());
        }
        return related;
    }

    private static Map<String, EnrichedArticle> newest(List<EnrichedArticle> published) {
        Map<String, EnrichedArticle> newest = new TreeMap<>();
        published.forEach(it -> newest.merge(
                it.getArticle().getId(), it, (old, young) -> young.getRevision() > old.getRevision() ? young : old));
        return newest;
    }

    private static void await(TopicTail<EnrichedArticle> tail, List<EnrichedArticle> published, Runnable condition) {
        Awaitility.await().atMost(PATIENCE).pollInSameThread().untilAsserted(() -> {
            tail.poll(record -> published.add(record.value()));
            condition.run();
        });
    }

    private EnrichmentApp start(Map<String, Object> clients) {
        Map<String, String> settings = new HashMap<>();
        clients.forEach((key, value) -> settings.put("geowire.kafka." + key, value.toString()));
        settings.put("geowire.enrichment.state-dir", folder.resolve("state").toString());
        EnrichmentApp app = new EnrichmentApp(EnrichmentConfig.from(Settings.of(settings)), new SimpleMeterRegistry());
        app.start();
        return app;
    }

    private static void createTopics(Map<String, Object> clients) throws Exception {
        TopicSpec articles = TopicCatalogue.load().topic(Topics.ARTICLES);
        try (Admin admin = Admin.create(clients)) {
            admin.createTopics(List.of(new NewTopic(articles.name(), PARTITIONS, (short) 1).configs(articles.config())))
                    .all()
                    .get();
            TopicProvisioner.ensure(admin, List.of(TopicCatalogue.load().topic(Topics.ENRICHED)));
        }
    }

    /** Writes articles and returns the partitions that took them. */
    private static Set<Integer> write(Map<String, Object> clients, Collection<Article> articles) throws Exception {
        Set<Integer> partitions = new HashSet<>();
        try (KafkaProducer<String, Article> producer = new KafkaProducer<>(
                clients,
                new StringSerializer(),
                AvroSerdes.value(Article.class, clients).serializer())) {
            for (Article article : articles) {
                partitions.add(producer.send(new ProducerRecord<>(Topics.ARTICLES, article.getId(), article))
                        .get()
                        .partition());
            }
        }
        return partitions;
    }

    /** Reports of different events, each with a copy that is 3 to 72 hours younger; of every sixth it is 73. */
    private static List<Pair> pairs() throws Exception {
        List<Pair> pairs = new ArrayList<>();
        Set<String> stories = new HashSet<>();
        for (String line : LabelledNews.items()) {
            JsonNode item = new ObjectMapper().readTree(line);
            if (pairs.size() < PAIRS
                    && item.path("body").asText().length() > 300
                    && stories.add(item.path("story").asText(line))
                    && stories.add(item.path("saga").asText(line))) {
                int n = pairs.size();
                Instant first = START.plus(Duration.ofMinutes(7L * n));
                Duration apart = n % 6 == 2
                        ? WINDOW.plusHours(1)
                        : WINDOW.multipliedBy(n + 1).dividedBy(PAIRS);
                pairs.add(new Pair(
                        article(item, "Northline News", "", first),
                        article(item, "Harbour Press", " More follows.", first.plus(apart))));
            }
        }
        return pairs;
    }

    private static Article article(JsonNode item, String source, String edit, Instant publishedAt) {
        String id = "%032x".formatted((item.path("id").asText() + source).hashCode() & 0xffffffffL);
        return Article.newBuilder()
                .setId(id)
                .setTitle(item.path("title").asText())
                .setBody(item.path("body").asText() + edit)
                .setSource(source)
                .setPublishedAt(publishedAt)
                .setPublishedAtProvenance(DateProvenance.DECLARED)
                .setIngestedAt(publishedAt)
                .setContentHash(id)
                .build();
    }
}
