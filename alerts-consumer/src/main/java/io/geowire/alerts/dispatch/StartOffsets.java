package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where a receiver goes on with its partitions: where it was, or, if it is new, with the alerts of the last hours. */
final class StartOffsets {
    private final Consumer<?, ?> consumer;
    private final Duration startAge;

    StartOffsets(Consumer<?, ?> consumer, Duration startAge) {
        this.consumer = consumer;
        this.startAge = startAge;
    }

    /**
     * What is committed. A partition without a commit begins with what came in since {@code startAge} before now. Whoever asks should
     * commit that at once, so that an alert which comes before the first delivery is not lost if the process ends by then.
     *
     * @param now milliseconds since 1970
     */
    Map<TopicPartition, Progress> of(Collection<TopicPartition> partitions, long now) {
        Map<TopicPartition, Progress> progress = new HashMap<>();
        consumer.committed(new HashSet<>(partitions)).forEach((partition, commit) -> {
            if (commit != null) {
                progress.put(partition, Progress.of(commit.offset(), commit.metadata()));
            }
        });
        Set<TopicPartition> unknown = new HashSet<>(partitions);
        unknown.removeAll(progress.keySet());
        if (!unknown.isEmpty()) {
            first(unknown, now - startAge.toMillis())
                    .forEach((partition, offset) -> progress.put(partition, Progress.from(offset)));
        }
        return progress;
    }

    private Map<TopicPartition, Long> first(Set<TopicPartition> partitions, long since) {
        // Asked before the times: what comes in between lies behind these ends and is not passed over.
        Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, since));
        consumer.offsetsForTimes(times).forEach((TopicPartition partition, OffsetAndTimestamp found) -> {
            if (found != null) {
                offsets.put(partition, found.offset());
            }
        });
        return offsets;
    }
}
