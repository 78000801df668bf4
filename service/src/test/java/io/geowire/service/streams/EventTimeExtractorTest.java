package io.geowire.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventTimeExtractorTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final Instant ARRIVAL = NOON.plus(Duration.ofHours(1));

    @Test
    void takesEventTimeFromTheValue() {
        assertThat(extract(NOON)).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void isNeverLaterThanTheArrivalNorBefore1970() {
        assertThat(extract(Instant.parse("9999-01-01T00:00:00Z"))).isEqualTo(ARRIVAL.toEpochMilli());
        assertThat(extract(Instant.parse("1815-06-18T00:00:00Z"))).isZero();
    }

    @Test
    void valueWithoutEventTimeHasItsArrival() {
        assertThat(extract("no time")).isEqualTo(ARRIVAL.toEpochMilli());
    }

    private static long extract(Object value) {
        return new EventTimeExtractor(each -> each instanceof Instant time ? time : null)
                .extract(
                        new ConsumerRecord<>(
                                "topic",
                                0,
                                0,
                                ARRIVAL.toEpochMilli(),
                                TimestampType.LOG_APPEND_TIME,
                                1,
                                1,
                                "key",
                                value,
                                new RecordHeaders(),
                                Optional.empty()),
                        0);
    }
}
