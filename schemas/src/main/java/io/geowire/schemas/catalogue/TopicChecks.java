package io.geowire.schemas.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;

/** What of an existing topic must be as the catalogue says, since records would be lost or go astray otherwise. */
final class TopicChecks {
    private TopicChecks() {}

    /** Faults of a topic that has this number of partitions. */
    static List<String> partitions(TopicSpec spec, int actual) {
        return actual == spec.partitions()
                ? List.of()
                : List.of("topic '" + spec.name() + "' has " + actual + " partitions, needed are " + spec.partitions());
    }

    /**
     * Faults of a topic with these settings. How long records are kept is for the operator to decide, and so is to keep
     * them for ever.
     *
     * @param actual its settings by Kafka's names
     */
    static List<String> settings(TopicSpec spec, Map<String, String> actual) {
        List<String> faults = new ArrayList<>();
        String timestamps = TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
        if (!spec.config().getOrDefault(timestamps, "").equals(actual.get(timestamps))) {
            faults.add(fault(spec, timestamps, actual));
        }
        Set<String> needed = policies(spec.config());
        Set<String> found = policies(actual);
        boolean compactionDiffers = needed.contains(TopicConfig.CLEANUP_POLICY_COMPACT)
                != found.contains(TopicConfig.CLEANUP_POLICY_COMPACT);
        boolean deletionAdded = found.contains(TopicConfig.CLEANUP_POLICY_DELETE)
                && !needed.contains(TopicConfig.CLEANUP_POLICY_DELETE);
        if (compactionDiffers || deletionAdded) {
            faults.add(fault(spec, TopicConfig.CLEANUP_POLICY_CONFIG, actual));
        }
        return faults;
    }

    private static Set<String> policies(Map<String, String> config) {
        return Set.of(config.getOrDefault(TopicConfig.CLEANUP_POLICY_CONFIG, "").split(" *, *"));
    }

    private static String fault(TopicSpec spec, String key, Map<String, String> actual) {
        return "topic '" + spec.name() + "' has " + key + "=" + actual.get(key) + ", needed is "
                + spec.config().get(key);
    }
}
