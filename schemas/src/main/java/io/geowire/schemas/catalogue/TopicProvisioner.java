package io.geowire.schemas.catalogue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates topics of the catalogue that are missing. Existing ones are checked, never changed. */
public final class TopicProvisioner {
    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(50);

    private TopicProvisioner() {}

    /**
     * Creates the missing topics with the broker's default replication factor and waits until they can be seen. Safe
     * when several instances start at once.
     *
     * @throws ConfigException if an existing topic has another number of partitions than its spec
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public static void ensure(Admin admin, Collection<TopicSpec> specs) {
        ensure(admin, specs, Optional.empty());
    }

    /**
     * As {@link #ensure(Admin, Collection)}, with a replication factor.
     *
     * @param replicationFactor copies of each new topic, 1 or more; existing topics are not looked at for it
     */
    public static void ensure(Admin admin, Collection<TopicSpec> specs, short replicationFactor) {
        ensure(admin, specs, Optional.of(replicationFactor));
    }

    private static void ensure(Admin admin, Collection<TopicSpec> specs, Optional<Short> replicationFactor) {
        Map<String, Integer> existing = partitions(admin, specs);
        List<TopicSpec> missing = specs.stream()
                .filter(spec -> !existing.containsKey(spec.name()))
                .toList();
        create(admin, missing, replicationFactor);
        check(specs, missing.isEmpty() ? existing : awaitPartitions(admin, specs));
    }

    private static void create(Admin admin, List<TopicSpec> specs, Optional<Short> replicationFactor) {
        List<NewTopic> topics = specs.stream()
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), replicationFactor)
                        .configs(spec.config()))
                .toList();
        for (Map.Entry<String, KafkaFuture<Void>> created :
                admin.createTopics(topics).values().entrySet()) {
            try {
                get(created.getValue(), "create topic '" + created.getKey() + "'");
            } catch (TopicExistsException anotherInstanceWasFaster) {
                continue;
            }
        }
    }

    private static void check(Collection<TopicSpec> specs, Map<String, Integer> partitions) {
        List<String> faults = new ArrayList<>();
        for (TopicSpec spec : specs) {
            int actual = partitions.getOrDefault(spec.name(), spec.partitions());
            if (actual != spec.partitions()) {
                faults.add(
                        "topic '" + spec.name() + "' has " + actual + " partitions, needed are " + spec.partitions());
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("; ", faults));
        }
    }

    /** A new topic reaches the brokers' metadata a moment after it was created. */
    private static Map<String, Integer> awaitPartitions(Admin admin, Collection<TopicSpec> specs) {
        long rounds = VISIBLE_WITHIN.dividedBy(POLL);
        for (long round = 0; round < rounds; round++) {
            Map<String, Integer> partitions = partitions(admin, specs);
            if (partitions.size() == specs.size()) {
                return partitions;
            }
            pause();
        }
        throw new TimeoutException("new topics cannot be seen after " + VISIBLE_WITHIN.toSeconds() + " s");
    }

    private static Map<String, Integer> partitions(Admin admin, Collection<TopicSpec> specs) {
        List<String> names = specs.stream().map(TopicSpec::name).toList();
        Map<String, Integer> partitions = new LinkedHashMap<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> described :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                TopicDescription topic = get(described.getValue(), "describe topic '" + described.getKey() + "'");
                partitions.put(topic.name(), topic.partitions().size());
            } catch (UnknownTopicOrPartitionException missing) {
                continue;
            }
        }
        return partitions;
    }

    private static <T> T get(KafkaFuture<T> future, String what) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException("cannot " + what, e.getCause());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
