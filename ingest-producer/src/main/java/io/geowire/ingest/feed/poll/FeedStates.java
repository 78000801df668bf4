package io.geowire.ingest.feed.poll;

import io.geowire.events.FeedState;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.schemas.serde.MalformedRecordException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the states of feeds from their topic. */
public final class FeedStates {
    private static final Logger LOG = LoggerFactory.getLogger(FeedStates.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private FeedStates() {}

    /**
     * The newest states of all feeds, by their URLs; none before the first poll.
     *
     * @throws org.apache.kafka.common.KafkaException if broker or registry fail
     */
    public static Map<String, FeedState> all(Map<String, Object> clients) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(clients)) {
            return read(
                    consumer,
                    consumer.listTopics().getOrDefault(Topics.INGEST_STATE, List.of()).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList(),
                    clients);
        }
    }

    /** The newest states of the feeds of a partition, by their URLs. */
    static Map<String, FeedState> of(TopicPartition partition, Map<String, Object> clients) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(clients)) {
            return read(consumer, List.of(partition), clients);
        }
    }

    /** The partition of a feed's state: that of Kafka's own clients for this key. */
    static int partition(String feed, int partitions) {
        return Utils.toPositive(Utils.murmur2(Utils.utf8(feed))) % partitions;
    }

    private static Map<String, FeedState> read(
            KafkaConsumer<String, byte[]> consumer,
            Collection<TopicPartition> partitions,
            Map<String, Object> clients) {
        Map<String, FeedState> states = new HashMap<>();
        try (Serde<FeedState> serde = AvroSerdes.value(FeedState.class, clients)) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    take(record, serde.deserializer(), states);
                }
            }
        }
        return states;
    }

    /** A state that cannot be read is none: its feed is taken for new, and what is published again is dropped downstream. */
    private static void take(
            ConsumerRecord<String, byte[]> record, Deserializer<FeedState> values, Map<String, FeedState> states) {
        try {
            if (record.value() == null) {
                states.remove(record.key());
            } else {
                states.put(record.key(), values.deserialize(record.topic(), record.headers(), record.value()));
            }
        } catch (MalformedRecordException e) {
            states.remove(record.key());
            LOG.warn(
                    "The state in {}, partition {}, offset {} cannot be read: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
        }
    }

    private static KafkaConsumer<String, byte[]> consumer(Map<String, Object> clients) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
