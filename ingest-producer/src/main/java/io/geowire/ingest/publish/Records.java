package io.geowire.ingest.publish;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult.Fault;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.DeadLetters;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Makes the records that ingesting sends. Many threads may share it. */
final class Records {
    private final Serializer<Article> articles;
    private final Serializer<DeadLetter> deadLetters;
    private final DeadLetters faults;

    Records(Serializer<Article> articles, Serializer<DeadLetter> deadLetters, String application) {
        this.articles = articles;
        this.deadLetters = deadLetters;
        this.faults = new DeadLetters(application);
    }

    /** What to say of an article that cannot be sent because of what it holds. */
    static Fault refusal(Article article, Origin origin, Exception cause) {
        return new Fault(origin, "the record cannot be sent: " + cause.getMessage(), Excerpt.of(article.toString()));
    }

    /**
     * An article, keyed by its id.
     *
     * @throws io.geowire.schemas.serde.MalformedRecordException if it does not fit the contract
     * @throws org.apache.kafka.common.KafkaException if the registry fails
     */
    static ProducerRecord<String, byte[]> of(Article article, Serializer<Article> serializer) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serializer.serialize(Topics.ARTICLES, headers, article);
        return new ProducerRecord<>(Topics.ARTICLES, null, article.getId(), value, headers);
    }

    /** The same with the serializer given. */
    ProducerRecord<String, byte[]> of(Article article) {
        return of(article, articles);
    }

    /** A dead letter, keyed by the id of its article if it got as far as having one. */
    ProducerRecord<String, byte[]> of(@Nullable String key, Fault fault) {
        DeadLetter letter = faults.ofInput(
                fault.reason(), fault.origin().toString(), fault.value().bytes());
        RecordHeaders headers = new RecordHeaders();
        byte[] value = deadLetters.serialize(Topics.INGEST_DLQ, headers, letter);
        return new ProducerRecord<>(Topics.INGEST_DLQ, null, key, value, headers);
    }
}
