package io.geowire.standalone.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic as it grows, committed records only, without being a member of a group. Not safe for use by several threads.
 *
 * @param <V> what the values are
 */
public final class TopicTail<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_WAIT_MS = 50;

    private final KafkaConsumer<String, V> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    private TopicTail(Map<String, Object> clients, String topic, Deserializer<V> values) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A consumer that is closed waits for its last request, and one at the end of a topic for so long.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MS);
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), values);
        for (PartitionInfo partition : consumer.partitionsFor(topic)) {
            partitions.add(new TopicPartition(topic, partition.partition()));
        }
        consumer.assign(partitions);
    }

    /** Begins with the first record that the topic holds. */
    public static <V> TopicTail<V> fromBeginning(Map<String, Object> clients, String topic, Deserializer<V> values) {
        TopicTail<V> tail = new TopicTail<>(clients, topic, values);
        tail.consumer.seekToBeginning(tail.partitions);
        return tail;
    }

    /** Begins with the next record that is written. */
    public static <V> TopicTail<V> fromEnd(Map<String, Object> clients, String topic, Deserializer<V> values) {
        TopicTail<V> tail = new TopicTail<>(clients, topic, values);
        tail.consumer.seekToEnd(tail.partitions);
        tail.partitions.forEach(tail.consumer::position);
        return tail;
    }

    /** Hands over what is there, waiting a moment if there is nothing. */
    public void poll(Consumer<ConsumerRecord<String, V>> sink) {
        consumer.poll(POLL).forEach(sink);
    }

    /** Hands over all that the topic holds at this moment, each partition in its order. */
    public void catchUp(Consumer<ConsumerRecord<String, V>> sink) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            poll(sink);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
