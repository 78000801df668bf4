package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Progress;
import io.geowire.schemas.catalogue.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** How far receivers are by what the broker knows, whatever process serves them. */
public final class ReceiverGroups {
    /**
     * How far one receiver is.
     *
     * @param open how many records are not finished
     * @param disabled whether it has said that it is gone, on any partition
     */
    public record State(long open, boolean disabled) {}

    private final Admin admin;

    public ReceiverGroups(Admin admin) {
        this.admin = admin;
    }

    /**
     * The receivers that have a group, whether somebody serves them or not.
     *
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (GroupListing group : await(() -> admin.listGroups().all().get())) {
            if (group.groupId().startsWith(DeliveryService.GROUP_PREFIX)) {
                names.add(group.groupId().substring(DeliveryService.GROUP_PREFIX.length()));
            }
        }
        return names;
    }

    /**
     * How far receivers are. One that has not begun is missing from the result.
     *
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public Map<String, State> states(Collection<String> receivers) {
        if (receivers.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> ends = ends();
        Map<String, State> states = new TreeMap<>();
        commits(receivers).forEach((receiver, commits) -> {
            OptionalLong open = open(commits, ends);
            if (open.isPresent()) {
                states.put(receiver, new State(open.getAsLong(), isDisabled(commits)));
            }
        });
        return states;
    }

    /**
     * Lets a receiver that was disabled get alerts again, from where it is. Nobody may be serving it meanwhile.
     *
     * @return whether it was disabled
     * @throws KafkaException if somebody serves it, or if the broker cannot be reached or refuses
     */
    public boolean enable(String receiver) {
        Map<TopicPartition, OffsetAndMetadata> commits =
                commits(Set.of(receiver)).getOrDefault(receiver, Map.of());
        if (!isDisabled(commits)) {
            return false;
        }
        Map<TopicPartition, OffsetAndMetadata> enabled = new HashMap<>();
        commits.forEach((partition, commit) -> {
            Progress progress = Progress.of(commit.offset(), commit.metadata()).withGone(null);
            enabled.put(partition, new OffsetAndMetadata(progress.offset(), progress.metadata()));
        });
        await(() -> admin.alterConsumerGroupOffsets(DeliveryService.GROUP_PREFIX + receiver, enabled)
                .all()
                .get());
        return true;
    }

    private static OptionalLong open(Map<TopicPartition, OffsetAndMetadata> commits, Map<TopicPartition, Long> ends) {
        long open = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            OffsetAndMetadata commit = commits.get(end.getKey());
            if (commit == null) {
                return OptionalLong.empty();
            }
            Progress progress = Progress.of(commit.offset(), commit.metadata());
            open += progress.open().size() + Math.max(0, end.getValue() - progress.next());
        }
        return OptionalLong.of(open);
    }

    private static boolean isDisabled(Map<TopicPartition, OffsetAndMetadata> commits) {
        return commits.values().stream()
                .anyMatch(commit -> Progress.of(commit.offset(), commit.metadata())
                        .goneAddress()
                        .isPresent());
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> commits(Collection<String> receivers) {
        Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
        receivers.forEach(
                receiver -> groups.put(DeliveryService.GROUP_PREFIX + receiver, new ListConsumerGroupOffsetsSpec()));
        Map<String, Map<TopicPartition, OffsetAndMetadata>> commits = new HashMap<>();
        await(() -> admin.listConsumerGroupOffsets(groups).all().get()).forEach((group, offsets) -> {
            Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>();
            offsets.forEach((partition, commit) -> {
                if (commit != null && partition.topic().equals(Topics.ALERTS)) {
                    known.put(partition, commit);
                }
            });
            commits.put(group.substring(DeliveryService.GROUP_PREFIX.length()), known);
        });
        return commits;
    }

    private Map<TopicPartition, Long> ends() {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        await(() -> admin.describeTopics(Set.of(Topics.ALERTS)).allTopicNames().get())
                .values()
                .forEach(topic -> topic.partitions()
                        .forEach(each ->
                                latest.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(() -> admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all()
                        .get())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private interface Question<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T await(Question<T> question) {
        try {
            return question.ask();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("cannot ask the broker how far receivers are", e.getCause());
        }
    }
}
