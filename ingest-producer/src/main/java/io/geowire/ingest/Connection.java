package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.publish.Outbox;
import io.geowire.ingest.publish.Producers;
import io.geowire.ingest.publish.Publisher;
import io.geowire.schemas.serde.AvroSerdes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serde;

/** A producer and what makes its records, open until closed. */
record Connection(
        Producer<String, byte[]> producer,
        KafkaClientMetrics metrics,
        Serde<Article> articles,
        Serde<DeadLetter> deadLetters)
        implements AutoCloseable {
    private static final String APPLICATION_ID = "geowire-ingest";

    /** @throws org.apache.kafka.common.config.ConfigException if a setting is wrong */
    static Connection open(Map<String, Object> clients, MeterRegistry meters) {
        Serde<Article> articles = AvroSerdes.value(Article.class, clients);
        Serde<DeadLetter> deadLetters = AvroSerdes.value(DeadLetter.class, clients);
        Producer<String, byte[]> producer = Producers.create(clients);
        KafkaClientMetrics metrics = new KafkaClientMetrics(producer, Tags.of("app", APPLICATION_ID));
        metrics.bindTo(meters);
        return new Connection(producer, metrics, articles, deadLetters);
    }

    Publisher publisher(Publisher.Deliveries deliveries) {
        return new Publisher(producer, articles.serializer(), deadLetters.serializer(), APPLICATION_ID, deliveries);
    }

    Outbox outbox(IngestMetrics counts) {
        return new Outbox(producer, articles.serializer(), counts);
    }

    /** Waits until what was sent is delivered or given up. */
    @Override
    public void close() {
        metrics.close();
        producer.close();
        articles.close();
        deadLetters.close();
    }
}
