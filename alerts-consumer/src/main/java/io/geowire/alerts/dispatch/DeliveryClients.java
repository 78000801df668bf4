package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Backlog;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.clients.producer.ProducerConfig;

/** What the Kafka clients of deliveries are configured with. */
final class DeliveryClients {
    private static final int SESSION_TIMEOUT_MS = 6_000;
    private static final int HEARTBEAT_MS = 2_000;
    /** Far above the longest request and the longest write together. */
    private static final int MAX_POLL_INTERVAL_MS = 600_000;
    /** A parked delivery holds an alert and what was sent of it. */
    private static final int MAX_REQUEST_BYTES = 2 * 1024 * 1024;

    private DeliveryClients() {}

    /** @param clients the settings of all clients; they prevail where delivery does not depend on it */
    static Map<String, Object> consumer(Map<String, Object> clients, String group) {
        Map<String, Object> config = new HashMap<>();
        if (!GroupProtocol.CONSUMER
                .name()
                .equalsIgnoreCase(String.valueOf(clients.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
            // A killed member holds its partitions until its session ends.
            config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
            config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
            // Who keeps a partition goes on with it: its retries are not forgotten.
            config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL_MS);
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        config.putAll(clients);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Only for a place that retention has deleted: a new group begins where StartOffsets says.
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Backlog.ENOUGH);
        return config;
    }

    /** @param clients the settings of all clients; they prevail where delivery does not depend on it */
    static Map<String, Object> producer(Map<String, Object> clients) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES);
        config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
        config.putAll(clients);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return config;
    }
}
