package io.geowire.alerts.dispatch;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits what has changed, one commit at a time and without waiting for it. What fails is committed with the next. */
final class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Consumer<?, ?> consumer;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private boolean underWay;

    Commits(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /** Begins a commit, unless nothing has changed or one is under way. */
    void begin(Map<TopicPartition, OffsetAndMetadata> progress) {
        Map<TopicPartition, OffsetAndMetadata> changed = changed(progress);
        if (underWay || changed.isEmpty()) {
            return;
        }
        underWay = true;
        consumer.commitAsync(changed, (offsets, fault) -> {
            underWay = false;
            if (fault == null) {
                committed.putAll(offsets);
            } else {
                LOG.debug("commit failed, the next one will do", fault);
            }
        });
    }

    /** Commits and waits. A failure costs no more than that something is delivered again. */
    void complete(Map<TopicPartition, OffsetAndMetadata> progress) {
        Map<TopicPartition, OffsetAndMetadata> changed = changed(progress);
        if (changed.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(changed, PATIENCE);
            committed.putAll(changed);
        } catch (KafkaException e) {
            LOG.warn("cannot commit what was delivered, some of it will be delivered again: {}", e.toString());
        }
    }

    /** Partitions that others have now. */
    void forget(Collection<TopicPartition> partitions) {
        committed.keySet().removeAll(partitions);
    }

    private Map<TopicPartition, OffsetAndMetadata> changed(Map<TopicPartition, OffsetAndMetadata> progress) {
        Map<TopicPartition, OffsetAndMetadata> changed = new HashMap<>(progress);
        changed.entrySet().removeAll(committed.entrySet());
        return changed;
    }
}
