package io.geowire.alerts.feed;

import static io.geowire.alerts.feed.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.geowire.alerts.AlertsMetrics;
import io.geowire.events.Alert;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.HttpConfig;
import io.geowire.service.HttpEndpoint;
import io.geowire.service.Metrics;
import io.geowire.service.streams.Arrival;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertFeedTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.ALERTS, 0);
    private static final Serde<Alert> SERDE =
            AvroSerdes.value(Alert.class, Map.of("schema.registry.url", "mock://alert-feed"));

    private final Queue<Consumer<String, byte[]>> consumers = new ArrayDeque<>();
    private final Reader reader = new Reader();
    private final List<Long> latencies = new CopyOnWriteArrayList<>();
    private final AlertFeed feed = new AlertFeed(
            consumers::remove,
            SERDE.deserializer(),
            new AlertsMetrics() {
                @Override
                public void alerted(long millis) {
                    latencies.add(millis);
                }
            },
            Clock.fixed(NOON, ZoneOffset.UTC));
    private final Metrics metrics = Metrics.create("test");
    private final HttpEndpoint http = HttpEndpoint.start(new HttpConfig("127.0.0.1", 0), metrics, Map.of());
    private long offset;

    /** A consumer of one partition that knows where a time is. */
    private static class Reader extends MockConsumer<String, byte[]> {
        Reader() {
            super("earliest");
            updatePartitions(
                    Topics.ALERTS,
                    List.of(new PartitionInfo(Topics.ALERTS, 0, Node.noNode(), new Node[0], new Node[0])));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            assertThat(times).containsOnlyKeys(PARTITION);
            assertThat(times).containsValue(NOON.minus(Duration.ofDays(7)).toEpochMilli());
            return Map.of(PARTITION, new OffsetAndTimestamp(0, 0));
        }
    }

    @AfterEach
    void close() {
        feed.close();
        http.close();
        metrics.close();
    }

    @Test
    void tellsNewestFirstAndSkipsWhatCannotBeRead() throws Exception {
        add("oil/a", value("oil", "a"), NOON.minusSeconds(20));
        add("oil/broken", "not Avro".getBytes(StandardCharsets.UTF_8), NOON.minusSeconds(15));
        add(null, value("oil", "keyless"), NOON.minusSeconds(12));
        add("gas/b", value("gas", "b"), NOON.minusSeconds(10));
        add("gas/gone", value("gas", "gone"), NOON.minusSeconds(5));
        add("gas/gone", null, NOON);
        start();

        await().untilAsserted(() -> assertThat(stories("")).containsExactly("b", "a"));
        assertThat(stories("?watch=oil")).containsExactly("a");
        assertThat(stories("?limit=1&severity=high,low")).containsExactly("b");
        JsonNode first = json("").path("alerts").get(0);
        assertThat(first.path("updatedAt").asText()).isEqualTo("2026-02-06T11:59:50Z");
        assertThat(first.path("url").asText()).isEqualTo("https://example.org/b");
    }

    @Test
    void answers503UntilItHasReadWhatWasThere() throws Exception {
        http.serve(feed.routes());

        HttpResponse<String> response = get("");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void measuresLatencyOfWhatComesButNotOfHistory() {
        add("oil/a", value("oil", "a"), NOON.minusSeconds(3_600));
        start();
        await().until(feed::ready);
        reader.schedulePollTask(() -> add("oil/b", value("oil", "b"), NOON));

        await().untilAsserted(() -> assertThat(latencies).containsExactly(2_000L));
    }

    @Test
    void topicThatMayNotBeReadIsAFailure() {
        reader.setPollException(new TopicAuthorizationException(Topics.ALERTS));
        start();

        await().until(() -> feed.failure().toCompletableFuture().isCompletedExceptionally());
        assertThat(feed.failure().toCompletableFuture())
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withCauseInstanceOf(KafkaException.class);
    }

    @Test
    void canBeClosedBeforeItStarts() {
        feed.close();

        assertThat(feed.ready()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ?limit=0          | limit: must be a whole number from 1 to 200
            ?limit=201        | limit: must be a whole number from 1 to 200
            ?limit=many       | limit: must be a whole number from 1 to 200
            ?limit=1&limit=2  | limit: is there twice
            ?severity=urgent  | severity: must be of critical, high, low, medium
            ?severity=unknown | severity: must be of critical, high, low, medium
            ?since=yesterday  | unknown parameter; known are limit, severity, watch
            ?&                | unknown parameter; known are limit, severity, watch
            """)
    void mistakeInTheQueryIsNamed(String query, String message) throws Exception {
        start();
        await().until(feed::ready);

        HttpResponse<String> response = get(query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(response.body()).path("error").asText())
                .isEqualTo(message);
    }

    @Test
    void answerIsForNoOtherSitesScripts() throws Exception {
        start();
        await().until(feed::ready);

        HttpResponse<String> response = get("");

        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEqualTo(Optional.empty());
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    private void start() {
        reader.updateBeginningOffsets(Map.of(PARTITION, 0L));
        reader.updateEndOffsets(Map.of(PARTITION, offset));
        consumers.add(reader);
        feed.start();
        http.serve(feed.routes());
    }

    private void add(String key, byte[] value, Instant time) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Arrival.HEADER, Long.toString(time.toEpochMilli() - 2_000).getBytes(StandardCharsets.UTF_8));
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                Topics.ALERTS,
                0,
                offset++,
                time.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty());
        if (reader.assignment().isEmpty()) {
            reader.schedulePollTask(() -> reader.addRecord(record));
        } else {
            reader.addRecord(record);
        }
    }

    private static byte[] value(String watch, String story) {
        return SERDE.serializer()
                .serialize(Topics.ALERTS, Samples.alert(watch, story).build());
    }

    private List<String> stories(String query) throws Exception {
        return json(query).path("alerts").findValuesAsText("storyId");
    }

    private JsonNode json(String query) throws Exception {
        return new ObjectMapper().readTree(get(query).body());
    }

    private HttpResponse<String> get(String query) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(http.url() + "/v1/alerts" + query))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
