package io.geowire.service.streams;

import io.geowire.schemas.catalogue.TopicSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/**
 * The topics that Kafka Streams makes for a topology, for who wants to make them ahead: repartitions and the changelogs of stores.
 * Their settings are those of Kafka 4.3; {@code SecuredClusterIT} compares them with what Streams makes.
 */
public final class InternalTopics {
    private static final String REPARTITION = "-repartition";
    private static final String CHANGELOG = "-changelog";
    private static final String SEGMENT_BYTES = "52428800";

    private InternalTopics() {}

    /**
     * Names and settings, in the order of the names.
     *
     * @param properties of the Streams application
     * @param owner of the topics, as the catalogue has it
     * @param partitions of the topics that the application reads: internal ones have as many
     */
    public static List<TopicSpec> of(Topology topology, Properties properties, String owner, int partitions) {
        Set<String> names = new TreeSet<>();
        for (TopologyDescription.Subtopology subtopology : topology.describe().subtopologies()) {
            for (TopologyDescription.Node node : subtopology.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    processor.stores().forEach(store -> names.add(store + CHANGELOG));
                } else if (node instanceof TopologyDescription.Sink sink
                        && sink.topic() != null
                        && sink.topic().endsWith(REPARTITION)) {
                    names.add(sink.topic());
                }
            }
        }
        List<TopicSpec> topics = new ArrayList<>();
        for (String name : names) {
            topics.add(new TopicSpec(
                    properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG) + "-" + name,
                    owner,
                    "of Kafka Streams",
                    "of Kafka Streams",
                    partitions,
                    config(name, properties),
                    "Internal topic of Kafka Streams."));
        }
        return topics;
    }

    private static Map<String, String> config(String name, Properties properties) {
        Map<String, String> config = new HashMap<>();
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        if (name.endsWith(CHANGELOG)) {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            config.put(TopicConfig.SEGMENT_BYTES_CONFIG, SEGMENT_BYTES);
            // Streams deletes what it has read.
            config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
        }
        properties.forEach((key, value) -> {
            String text = key.toString();
            if (text.startsWith(StreamsConfig.TOPIC_PREFIX)) {
                config.put(text.substring(StreamsConfig.TOPIC_PREFIX.length()), value.toString());
            }
        });
        return config;
    }
}
