package io.geowire.schemas.catalogue;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates topics of the catalogue that are missing. Existing ones are checked, never changed. */
public final class TopicProvisioner {
    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);

    /** A new topic reaches the metadata of all brokers a moment after it was created. */
    private static final RetryPolicy<Map<String, Integer>> UNTIL_VISIBLE = RetryPolicy.<Map<String, Integer>>builder()
            .handle(UnknownTopicOrPartitionException.class)
            .withDelay(Duration.ofMillis(100))
            .withMaxRetries(-1)
            .withMaxDuration(Duration.ofSeconds(30))
            .build();

    private TopicProvisioner() {}

    /**
     * Creates the missing topics, with the broker's default replication factor, and waits until they can be seen. Safe
     * when several instances start at once.
     *
     * @throws ConfigException if an existing topic has other partitions, compaction or timestamps than its spec
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public static void ensure(Admin admin, Collection<TopicSpec> specs) {
        ensure(admin, specs, Optional.empty());
    }

    /**
     * As {@link #ensure(Admin, Collection)}, with a replication factor.
     *
     * @param replicationFactor copies of each new topic, 1 or more; existing topics may have another
     */
    public static void ensure(Admin admin, Collection<TopicSpec> specs, short replicationFactor) {
        ensure(admin, specs, Optional.of(replicationFactor));
    }

    private static void ensure(Admin admin, Collection<TopicSpec> specs, Optional<Short> replicationFactor) {
        create(admin, missing(admin, specs), replicationFactor);
        Map<String, Integer> partitions = awaitPartitions(admin, specs);
        Map<String, Map<String, String>> settings = settings(admin, specs);
        List<String> faults = new ArrayList<>();
        for (TopicSpec spec : specs) {
            faults.addAll(TopicChecks.partitions(spec, partitions.getOrDefault(spec.name(), 0)));
            Map<String, String> actual = settings.get(spec.name());
            if (actual != null) {
                faults.addAll(TopicChecks.settings(spec, actual));
            }
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("; ", faults));
        }
    }

    private static List<TopicSpec> missing(Admin admin, Collection<TopicSpec> specs) {
        Set<String> existing = new HashSet<>();
        admin.describeTopics(names(specs)).topicNameValues().forEach((name, described) -> {
            try {
                existing.add(get(described).name());
            } catch (UnknownTopicOrPartitionException e) {
                LOG.debug("Topic {} is missing", name);
            } catch (TopicAuthorizationException e) {
                throw new TopicAuthorizationException(
                        "topic '%s': this user may not describe it".formatted(name), Set.of(name));
            }
        });
        return specs.stream().filter(spec -> !existing.contains(spec.name())).toList();
    }

    private static void create(Admin admin, List<TopicSpec> specs, Optional<Short> replicationFactor) {
        List<NewTopic> topics = specs.stream()
                .map(spec -> new NewTopic(spec.name(), Optional.of(spec.partitions()), replicationFactor)
                        .configs(spec.config()))
                .toList();
        admin.createTopics(topics).values().forEach((name, created) -> {
            try {
                get(created);
                LOG.info("Created topic {}", name);
            } catch (TopicExistsException e) {
                LOG.info("Another instance created topic {}", name);
            } catch (TopicAuthorizationException e) {
                throw new TopicAuthorizationException(
                        "topic '%s' is missing and this user may not create it".formatted(name), Set.of(name));
            }
        });
    }

    private static Map<String, Integer> awaitPartitions(Admin admin, Collection<TopicSpec> specs) {
        try {
            return Failsafe.with(UNTIL_VISIBLE).get(() -> {
                Map<String, Integer> partitions = new HashMap<>();
                get(admin.describeTopics(names(specs)).allTopicNames())
                        .forEach((name, topic) ->
                                partitions.put(name, topic.partitions().size()));
                return partitions;
            });
        } catch (UnknownTopicOrPartitionException e) {
            throw new TimeoutException("new topics cannot be seen yet: " + e.getMessage(), e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            throw e;
        }
    }

    /** Settings of the topics; none where this client may not read them, as the broker may not let it. */
    private static Map<String, Map<String, String>> settings(Admin admin, Collection<TopicSpec> specs) {
        List<ConfigResource> resources = names(specs).stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Map<String, String>> settings = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, config) -> {
            try {
                settings.put(resource.name(), settings(get(config)));
            } catch (AuthorizationException e) {
                LOG.warn("Settings of topic {} cannot be checked: {}", resource.name(), e.getMessage());
            }
        });
        return settings;
    }

    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            settings.put(entry.name(), entry.value());
        }
        return settings;
    }

    private static List<String> names(Collection<TopicSpec> specs) {
        return specs.stream().map(TopicSpec::name).toList();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw new KafkaException(e.getCause());
        }
    }
}
