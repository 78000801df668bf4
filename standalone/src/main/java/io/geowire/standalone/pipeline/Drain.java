package io.geowire.standalone.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells whether consumer groups have finished with all that their topics hold. It asks the broker alone, so it is true of
 * applications in other processes as well.
 *
 * <p>The steps are asked in the order in which the data flow. A group that reads and writes in one transaction makes its results
 * visible before its offsets, so when the last step has nothing left, nothing is under way in an earlier one.
 */
final class Drain implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    /** A group and a topic that it reads. */
    record Step(String group, String topic) {}

    private final Admin admin;
    private final Consumer<byte[], byte[]> probe;
    private final List<Step> steps;

    /**
     * @param clients what Kafka clients are configured with
     * @param steps in the order in which the data flow
     */
    Drain(Admin admin, Map<String, Object> clients, List<Step> steps) {
        this.admin = admin;
        this.steps = List.copyOf(steps);
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        probe = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether every step has nothing left. False as well while a topic does not exist yet or a transaction is open. */
    boolean isComplete() throws InterruptedException {
        try {
            for (Step step : steps) {
                if (!isComplete(step)) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new KafkaException("cannot ask the broker how far the applications are", e.getCause());
        }
    }

    private boolean isComplete(Step step) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = partitions(step.topic());
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(step.group())
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> stable = ends(partitions, IsolationLevel.READ_COMMITTED);
        if (!stable.equals(ends(partitions, IsolationLevel.READ_UNCOMMITTED))) {
            return false;
        }
        Map<TopicPartition, Long> rest = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            long position = offset == null ? 0 : offset.offset();
            if (position < stable.getOrDefault(partition, 0L)) {
                rest.put(partition, position);
            }
        }
        return rest.isEmpty() || holdsNoRecord(rest, stable);
    }

    /** What lies behind the committed offset may be the mark of a transaction, which no group ever commits. */
    private boolean holdsNoRecord(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        probe.assign(from.keySet());
        from.forEach(probe::seek);
        while (from.keySet().stream()
                .anyMatch(partition -> probe.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (!probe.poll(POLL).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        probe.close();
    }

    private List<TopicPartition> partitions(String topic) throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = new ArrayList<>();
        for (TopicDescription description :
                admin.describeTopics(List.of(topic)).allTopicNames().get().values()) {
            description.partitions().forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        return partitions;
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions, IsolationLevel level)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
