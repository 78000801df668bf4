package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArrivalTest {
    private static final long ARRIVAL = 1_770_000_000_000L;
    private static final TimestampExtractor EVENT_TIME = (record, partitionTime) -> 42;

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void isTheTimestampThatTheBrokerGaveAndLeavesEventTimeAsItIs() {
        assertThat(Arrival.marking(EVENT_TIME).extract(record(), -1)).isEqualTo(42);

        assertThat(Arrival.of(headers)).hasValue(ARRIVAL);
        assertThat(new String(headers.lastHeader(Arrival.HEADER).value(), StandardCharsets.UTF_8))
                .isEqualTo("1770000000000");
    }

    @Test
    void headerThatAWriterOfArticlesSetIsReplaced() {
        headers.add(Arrival.HEADER, "1".getBytes(StandardCharsets.UTF_8));
        headers.add(Arrival.HEADER, null);

        Arrival.marking(EVENT_TIME).extract(record(), -1);

        assertThat(headers.headers(Arrival.HEADER)).hasSize(1);
        assertThat(Arrival.of(headers)).hasValue(ARRIVAL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "-1", "1.5", "9999999999999999999999", "१२"})
    void headerThatIsNoTimeIsNone(String value) {
        headers.add(Arrival.HEADER, value == null ? null : value.getBytes(StandardCharsets.UTF_8));

        assertThat(Arrival.of(headers)).isEmpty();
    }

    @Test
    void recordWithoutTheHeaderHasNone() {
        assertThat(Arrival.of(headers)).isEmpty();
    }

    private ConsumerRecord<Object, Object> record() {
        return new ConsumerRecord<>(
                "topic", 0, 0, ARRIVAL, TimestampType.LOG_APPEND_TIME, 0, 0, "key", "value", headers, Optional.empty());
    }
}
