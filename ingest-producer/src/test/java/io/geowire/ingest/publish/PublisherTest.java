package io.geowire.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult.Fault;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.registry.RegistryUnavailableException;
import io.geowire.schemas.serde.AvroSerdes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Map<String, Object> CLIENTS = Map.of("schema.registry.url", "mock://publisher");
    private static final Origin ORIGIN = new Origin("a.jsonl", 3);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final Serde<Article> articles = AvroSerdes.value(Article.class, CLIENTS);
    private final Serde<DeadLetter> deadLetters = AvroSerdes.value(DeadLetter.class, CLIENTS);
    private final List<String> delivered = new ArrayList<>();
    private final List<Fault> refused = new ArrayList<>();
    private final Publisher publisher = publisher(articles.serializer());

    @Test
    void articleIsKeyedByItsIdAndDeliveredWhenTheBrokerHasIt() {
        publisher.publish(article("id-1"), ORIGIN);

        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo(Topics.ARTICLES);
        assertThat(sent.key()).isEqualTo("id-1");
        assertThat(articles.deserializer().deserialize(sent.topic(), sent.value()))
                .isEqualTo(article("id-1"));
        assertThat(delivered).isEmpty();
        producer.completeNext();
        assertThat(delivered).containsExactly("id-1");
    }

    @Test
    void recordThatIsTooLargeIsRefusedAndTheRestGoesOn() {
        publisher.publish(article("id-1"), ORIGIN);
        producer.errorNext(new RecordTooLargeException("2000000 bytes, larger than 1048576"));

        publisher.publish(article("id-2"), new Origin("a.jsonl", 4));
        publisher.flush();

        assertThat(delivered).containsExactly("id-2");
        assertThat(refused)
                .extracting(Fault::toString)
                .containsExactly("a.jsonl:3: the record cannot be sent: 2000000 bytes, larger than 1048576");
        DeadLetter letter = letter(producer.history().get(1));
        assertThat(letter.getLocation()).isEqualTo("a.jsonl:3");
        assertThat(letter.getApplication()).isEqualTo("geowire-ingest");
        assertThat(producer.history().get(1).key()).isEqualTo("id-1");
    }

    @Test
    void refusalFoundAtTheEndIsReportedByTheFlush() {
        MockProducer<String, byte[]> late =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                    private boolean failed;

                    @Override
                    public synchronized void flush() {
                        if (!failed) {
                            failed = true;
                            errorNext(new RecordTooLargeException("too large"));
                        }
                        super.flush();
                    }
                };
        Publisher last =
                new Publisher(late, articles.serializer(), deadLetters.serializer(), "geowire-ingest", new Recorder());

        last.publish(article("id-1"), ORIGIN);
        last.flush();

        assertThat(refused).hasSize(1);
        assertThat(late.history()).hasSize(2);
    }

    @Test
    void faultOfTheInputGoesToTheDeadLetters() {
        publisher.setAside(new Fault(ORIGIN, "title is missing", Excerpt.of("{}")));

        ProducerRecord<String, byte[]> sent = producer.history().get(0);
        assertThat(sent.topic()).isEqualTo(Topics.INGEST_DLQ);
        DeadLetter letter = letter(sent);
        assertThat(letter.getReason()).isEqualTo("title is missing");
        assertThat(letter.getLocation()).isEqualTo("a.jsonl:3");
        assertThat(new String(letter.getValue().array(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("{}");
        assertThat(refused).isEmpty();
    }

    @Test
    void failureOfTheBrokerStopsTheNextRecord() {
        publisher.publish(article("id-1"), ORIGIN);
        producer.errorNext(new TimeoutException("no broker"));

        assertThatThrownBy(() -> publisher.publish(article("id-2"), ORIGIN))
                .isInstanceOf(KafkaException.class)
                .hasMessage("cannot publish: no broker");
        assertThat(producer.history()).hasSize(1);
        assertThat(refused).isEmpty();
    }

    @Test
    void failureOfTheBrokerIsThrownByTheFlushAtTheLatest() {
        publisher.publish(article("id-1"), ORIGIN);
        producer.errorNext(new TimeoutException("no broker"));

        assertThatThrownBy(publisher::flush).hasMessage("cannot publish: no broker");
    }

    @Test
    void failureOfTheRegistryIsNoFaultOfTheRecord() {
        Publisher unregistered = publisher((topic, article) -> {
            throw new RegistryUnavailableException("no registry", new IllegalStateException());
        });

        assertThatThrownBy(() -> unregistered.publish(article("id-1"), ORIGIN))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(refused).isEmpty();
    }

    @Test
    void idempotenceCannotBeTakenAway() {
        Map<String, Object> config = Producers.config(
                Map.of("bootstrap.servers", "x:1", "acks", "0", "enable.idempotence", "false", "linger.ms", "7"));

        assertThat(config)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("linger.ms", "7");
    }

    private Publisher publisher(Serializer<Article> serializer) {
        return new Publisher(producer, serializer, deadLetters.serializer(), "geowire-ingest", new Recorder());
    }

    private DeadLetter letter(ProducerRecord<String, byte[]> sent) {
        return deadLetters.deserializer().deserialize(sent.topic(), sent.value());
    }

    private static Article article(String id) {
        return Article.newBuilder()
                .setId(id)
                .setTitle("T")
                .setPublishedAt(Instant.EPOCH)
                .setIngestedAt(Instant.EPOCH)
                .setContentHash("x")
                .build();
    }

    private final class Recorder implements Publisher.Deliveries {
        @Override
        public void delivered(Article article, Origin origin) {
            delivered.add(article.getId());
        }

        @Override
        public void refused(Fault fault) {
            refused.add(fault);
        }
    }
}
