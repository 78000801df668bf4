package io.geowire.service.streams;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What Kafka Streams measures by thread, task and partition only, added up by topic and by store: as many time series as the
 * topology has topics and stores, however many partitions and threads there are.
 */
final class StreamsMeters implements AutoCloseable {
    private static final String TOPIC = "topic";
    private static final String STORE = "rocksdb-state-id";
    private static final String ALL = "";
    private static final long MAX_AGE_NANOS = 1_000_000_000;

    /** A metric of Kafka's, and the tag that it is added up by; none to add up all. */
    private enum Sum {
        READ("consumer-fetch-manager-metrics", "records-consumed-total", TOPIC),
        LAG("consumer-fetch-manager-metrics", "records-lag", TOPIC),
        RESTORE("stream-task-metrics", "restore-remaining-records-total", ALL),
        ENTRIES("stream-state-metrics", "estimate-num-keys", STORE),
        DISK("stream-state-metrics", "total-sst-files-size", STORE),
        MEMORY("stream-state-metrics", "size-all-mem-tables", STORE),
        COMPACTION("stream-state-metrics", "estimate-pending-compaction-bytes", STORE),
        ERRORS("stream-state-metrics", "background-errors", STORE);

        private static final Map<String, Sum> BY_METRIC =
                Arrays.stream(values()).collect(Collectors.toMap(sum -> sum.metric, sum -> sum));

        private final String group;
        private final String metric;
        private final String tag;

        Sum(String group, String metric, String tag) {
            this.group = group;
            this.metric = metric;
            this.tag = tag;
        }
    }

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;
    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();
    private Map<Sum, Map<String, Double>> sums = Map.of();
    private long summedAt = System.nanoTime() - MAX_AGE_NANOS;

    /**
     * @param app value of the tag {@code app}: the application id
     * @param topology whose topics and stores there are meters for
     */
    StreamsMeters(
            String app,
            TopologyDescription topology,
            Supplier<Map<MetricName, ? extends Metric>> metrics,
            MeterRegistry registry) {
        this.metrics = metrics;
        this.registry = registry;
        Tags tags = Tags.of("app", app);
        gauge(
                "geowire.streams.restoring",
                Sum.RESTORE,
                ALL,
                tags,
                "Records still to be read until all stores are restored");
        for (String topic : topics(app, topology)) {
            Tags ofTopic = tags.and("topic", topic);
            meters.add(FunctionCounter.builder("geowire.streams.records", this, it -> it.sum(Sum.READ, topic))
                    .description("Records read")
                    .tags(ofTopic)
                    .register(registry));
            gauge("geowire.streams.lag", Sum.LAG, topic, ofTopic, "Records that are there and not yet read");
        }
        for (String store : stores(topology)) {
            Tags ofStore = tags.and("store", store);
            gauge("geowire.streams.store.entries", Sum.ENTRIES, store, ofStore, "Entries of a store, estimated");
            bytes("geowire.streams.store.disk", Sum.DISK, store, ofStore, "Files of a store");
            bytes("geowire.streams.store.memory", Sum.MEMORY, store, ofStore, "Write buffers of a store");
            bytes(
                    "geowire.streams.store.compaction",
                    Sum.COMPACTION,
                    store,
                    ofStore,
                    "Files of a store to be rewritten");
            gauge("geowire.streams.store.errors", Sum.ERRORS, store, ofStore, "Errors of a store in the background");
        }
    }

    private void gauge(String name, Sum sum, String value, Tags tags, String description) {
        meters.add(gauge(name, sum, value).tags(tags).description(description).register(registry));
    }

    private void bytes(String name, Sum sum, String value, Tags tags, String description) {
        meters.add(gauge(name, sum, value)
                .tags(tags)
                .description(description)
                .baseUnit("bytes")
                .register(registry));
    }

    private Gauge.Builder<StreamsMeters> gauge(String name, Sum sum, String value) {
        return Gauge.builder(name, this, it -> it.sum(sum, value));
    }

    /** The topics that the topology reads. Its description knows those between its parts by their bare names. */
    private static Set<String> topics(String app, TopologyDescription topology) {
        Set<String> produced = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        topology.subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
                        produced.add(sink.topic());
                    } else if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
                        read.addAll(source.topicSet());
                    }
                }));
        Set<String> topics = new TreeSet<>();
        read.forEach(topic -> topics.add(produced.contains(topic) ? app + "-" + topic : topic));
        return topics;
    }

    private static Set<String> stores(TopologyDescription topology) {
        Set<String> stores = new TreeSet<>();
        topology.subtopologies()
                .forEach(part -> part.nodes().forEach(node -> {
                    if (node instanceof TopologyDescription.Processor processor) {
                        stores.addAll(processor.stores());
                    }
                }));
        // Held in memory by every instance, not by RocksDB.
        topology.globalStores()
                .forEach(global -> stores.removeAll(global.processor().stores()));
        return stores;
    }

    /** All sums are made at once for the meters of a scrape. */
    private synchronized double sum(Sum sum, String value) {
        long now = System.nanoTime();
        if (now - summedAt >= MAX_AGE_NANOS) {
            sums = sums(metrics.get());
            summedAt = now;
        }
        return sums.getOrDefault(sum, Map.of()).getOrDefault(value, 0.0);
    }

    private static Map<Sum, Map<String, Double>> sums(Map<MetricName, ? extends Metric> metrics) {
        Map<Sum, Map<String, Double>> sums = new EnumMap<>(Sum.class);
        metrics.forEach((name, metric) -> {
            Sum sum = Sum.BY_METRIC.get(name.name());
            if (sum != null
                    && sum.group.equals(name.group())
                    && metric.metricValue() instanceof Number number
                    && !Double.isNaN(number.doubleValue())) {
                sums.computeIfAbsent(sum, key -> new HashMap<>())
                        .merge(name.tags().getOrDefault(sum.tag, ALL), number.doubleValue(), Double::sum);
            }
        });
        return sums;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
