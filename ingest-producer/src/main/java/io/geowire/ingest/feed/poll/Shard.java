package io.geowire.ingest.feed.poll;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedUpdate;
import io.geowire.ingest.publish.Producers;
import io.geowire.ingest.publish.Transactions;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The feeds of one partition of the state's topic, for as long as this instance owns it. Safe for use by many threads; they commit one after
 * the other.
 */
final class Shard implements AutoCloseable {
    static final String APPLICATION_ID = "geowire-feeds";

    private final int partition;
    private final Transactions transactions;
    private final Serde<Article> articles;
    private final Serde<DeadLetter> deadLetters;
    private final Serde<FeedState> values;
    private final Map<String, FeedState> states;
    private boolean closed;

    private Shard(int partition, Map<String, Object> clients) {
        this.partition = partition;
        articles = AvroSerdes.value(Article.class, clients);
        deadLetters = AvroSerdes.value(DeadLetter.class, clients);
        values = AvroSerdes.value(FeedState.class, clients);
        // First nobody else can write any more, then what has been written is read.
        transactions = new Transactions(
                Producers.transactional(clients, APPLICATION_ID + "-" + partition),
                articles.serializer(),
                deadLetters.serializer(),
                APPLICATION_ID);
        states = new ConcurrentHashMap<>(FeedStates.of(new TopicPartition(Topics.INGEST_STATE, partition), clients));
    }

    /**
     * Takes over from whoever owned the partition before.
     *
     * @throws org.apache.kafka.common.KafkaException if broker or registry fail
     */
    static Shard open(int partition, Map<String, Object> clients) {
        return new Shard(partition, clients);
    }

    /** What is known of a feed; null if it has never been polled. */
    @Nullable
    FeedState state(Feed feed) {
        return states.get(feed.key());
    }

    /**
     * Publishes what a poll came to.
     *
     * @return what the broker has; empty if this instance does not own the partition any more
     * @throws org.apache.kafka.common.KafkaException if broker or registry fail
     */
    synchronized Optional<Transactions.Committed> commit(FeedUpdate update) {
        if (closed) {
            return Optional.empty();
        }
        FeedState state = update.state();
        RecordHeaders headers = new RecordHeaders();
        byte[] value = values.serializer().serialize(Topics.INGEST_STATE, headers, state);
        Transactions.Committed committed = transactions.commit(
                update.articles().stream()
                        .map(each -> new Transactions.Entry(each.article(), each.origin()))
                        .toList(),
                update.refused(),
                new ProducerRecord<>(Topics.INGEST_STATE, partition, state.getUrl(), value, headers));
        states.put(state.getUrl(), state);
        return Optional.of(committed);
    }

    /** Waits for a commit that is under way; none comes after it. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            transactions.close();
            articles.close();
            deadLetters.close();
            values.close();
        }
    }
}
