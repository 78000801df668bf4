package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.metrics.MicrometerIngestMetrics;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.publish.Publisher;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** Runs {@link FileIngest} against a producer in memory and keeps what it sent and said. */
final class Ingestion {
    static final Instant NOW = Instant.parse("2026-02-06T12:00:00Z");

    private static final Map<String, Object> CLIENTS =
            Map.of("bootstrap.servers", "unused:9092", "schema.registry.url", "mock://ingest");

    final MockProducer<String, byte[]> producer;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<String> lines = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private InputStream standardInput = InputStream.nullInputStream();
    private IngestConfig config = IngestConfig.of(CLIENTS);
    private Instant now = NOW;
    private UnaryOperator<Article> treatment = UnaryOperator.identity();

    Ingestion() {
        this(new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
    }

    Ingestion(MockProducer<String, byte[]> producer) {
        this.producer = producer;
    }

    Ingestion standardInput(byte[] bytes) {
        return standardInput(new ByteArrayInputStream(bytes));
    }

    Ingestion standardInput(InputStream in) {
        standardInput = in;
        return this;
    }

    Ingestion at(Instant time) {
        now = time;
        return this;
    }

    Ingestion maxItemBytes(int bytes) {
        config = new IngestConfig(
                CLIENTS, List.of(), bytes, config.lookAheadArticles(), config.lookAheadChars(), Optional.empty());
        return this;
    }

    Ingestion treatedBy(UnaryOperator<Article> operator) {
        treatment = operator;
        return this;
    }

    IngestReport run(Object... paths) {
        List<String> names = new ArrayList<>();
        for (Object path : paths) {
            names.add(path.toString());
        }
        Tally tally = new Tally(listener(), new MicrometerIngestMetrics(meters));
        Publisher publisher = new Publisher(
                producer,
                serde(Article.class).serializer(),
                serde(DeadLetter.class).serializer(),
                "geowire-ingest",
                tally);
        return new FileIngest(
                        config,
                        publisher,
                        LanguageRule.DECLARED,
                        treatment,
                        tally,
                        standardInput,
                        Duration.ZERO,
                        Clock.fixed(now, ZoneOffset.UTC))
                .run(names);
    }

    List<Article> articles() {
        return values(Topics.ARTICLES, Article.class);
    }

    List<DeadLetter> deadLetters() {
        return values(Topics.INGEST_DLQ, DeadLetter.class);
    }

    List<String> titles() {
        return articles().stream().map(Article::getTitle).toList();
    }

    private <T extends SpecificRecord> List<T> values(String topic, Class<T> type) {
        try (Serde<T> serde = serde(type)) {
            return producer.history().stream()
                    .filter(sent -> sent.topic().equals(topic))
                    .map(sent -> serde.deserializer().deserialize(topic, sent.value()))
                    .toList();
        }
    }

    private static <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return AvroSerdes.value(type, CLIENTS);
    }

    private IngestListener listener() {
        return new IngestListener() {
            @Override
            public void refused(ReadResult.Fault fault) {
                lines.add(fault.toString());
            }

            @Override
            public void skipped(ReadResult.Skipped skipped) {
                lines.add(skipped.toString());
            }

            @Override
            public void noted(ReadResult.Note note) {
                notes.add(note.toString());
            }

            @Override
            public void published(Article article, Origin origin) {}
        };
    }
}
