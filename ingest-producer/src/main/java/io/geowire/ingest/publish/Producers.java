package io.geowire.ingest.publish;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes the producer. */
public final class Producers {
    /** The one codec that every client knows: kafkajs has no other. The broker compresses nothing again. */
    private static final String COMPRESSION = "gzip";

    private static final int LINGER_MS = 20;

    private static final int MAX_BLOCK_MS = 5_000;

    private Producers() {}

    /**
     * An idempotent producer that waits for all in-sync replicas. No setting takes that away; all others can be set.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is invalid
     */
    public static Producer<String, byte[]> create(Map<String, Object> clients) {
        return new KafkaProducer<>(config(clients), new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * As {@link #create}, for transactions.
     *
     * @param id who takes over from whom
     */
    public static Producer<String, byte[]> transactional(Map<String, Object> clients, String id) {
        Map<String, Object> config = new HashMap<>(clients);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        return create(config);
    }

    /**
     * The settings for sources whose callers wait for an answer: unless set otherwise, sending gives up after five seconds in
     * which the broker cannot be asked or the buffer stays full.
     */
    public static Map<String, Object> impatient(Map<String, Object> clients) {
        Map<String, Object> impatient = new HashMap<>(clients);
        impatient.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        return impatient;
    }

    static Map<String, Object> config(Map<String, Object> clients) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION);
        config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        config.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        config.putAll(clients);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        return config;
    }
}
