package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StreamsMetersTest {
    private static final String FETCH = "consumer-fetch-manager-metrics";
    private static final String STATE = "stream-state-metrics";

    private final Map<MetricName, Metric> metrics = new HashMap<>();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void addsUpByTopicWhateverThreadAndPartition() {
        metric(FETCH, "records-lag", 3.0, Map.of("topic", "news.in", "partition", "0", "client-id", "a"));
        metric(FETCH, "records-lag", 4.0, Map.of("topic", "news.in", "partition", "1", "client-id", "b"));
        metric(FETCH, "records-lag", Double.NaN, Map.of("topic", "news.in", "partition", "2", "client-id", "b"));
        metric(FETCH, "records-lag", 7.0, Map.of("topic", "news_in", "partition", "0", "client-id", "a"));
        metric(FETCH, "records-lag", 9.0, Map.of("topic", "app-middle-repartition", "partition", "0"));
        metric(FETCH, "records-consumed-total", 11.0, Map.of("topic", "news.in", "client-id", "a"));
        bind();

        assertThat(gauge("geowire.streams.lag", "topic", "news.in")).isEqualTo(7);
        assertThat(gauge("geowire.streams.lag", "topic", "app-middle-repartition"))
                .isEqualTo(9);
        assertThat(registry.get("geowire.streams.records")
                        .tags("app", "app", "topic", "news.in")
                        .functionCounter()
                        .count())
                .isEqualTo(11);
    }

    @Test
    void addsUpByStoreWhateverTask() {
        metric(STATE, "estimate-num-keys", 3L, Map.of("rocksdb-state-id", "things", "task-id", "0_0"));
        metric(STATE, "estimate-num-keys", 4L, Map.of("rocksdb-state-id", "things", "task-id", "0_1"));
        metric("other-metrics", "estimate-num-keys", 9L, Map.of("rocksdb-state-id", "things"));
        metric("stream-task-metrics", "restore-remaining-records-total", 5.0, Map.of("task-id", "0_0"));
        bind();

        assertThat(gauge("geowire.streams.store.entries", "store", "things")).isEqualTo(7);
        assertThat(gauge("geowire.streams.restoring", "app", "app")).isEqualTo(5);
    }

    @Test
    void isZeroFromTheStartAndGoneAfterClosing() {
        StreamsMeters meters = bind();

        assertThat(gauge("geowire.streams.lag", "topic", "news.in")).isZero();
        meters.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    private StreamsMeters bind() {
        return new StreamsMeters("app", topology().describe(), () -> metrics, registry);
    }

    private double gauge(String name, String tag, String value) {
        return registry.get(name).tags("app", "app", tag, value).gauge().value();
    }

    private void metric(String group, String name, Number value, Map<String, String> tags) {
        MetricName metricName = new MetricName(name, group, "", tags);
        metrics.put(metricName, new Metric() {
            @Override
            public MetricName metricName() {
                return metricName;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("things"), Serdes.String(), Serdes.String()));
        builder.stream(
                        "news.in",
                        Consumed.with(Serdes.String(), Serdes.String()).withName("in"))
                .repartition(
                        Repartitioned.with(Serdes.String(), Serdes.String()).withName("middle"))
                .process(Keep::new, Named.as("keep"), "things");
        return builder.build();
    }

    private static final class Keep extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> record) {}
    }
}
