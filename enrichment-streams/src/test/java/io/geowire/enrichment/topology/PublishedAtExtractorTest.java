package io.geowire.enrichment.topology;

import static io.geowire.enrichment.topology.Pipeline.NOON;
import static io.geowire.enrichment.topology.Pipeline.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class PublishedAtExtractorTest {
    private static final Instant ARRIVAL = NOON.plus(Duration.ofHours(1));

    @Test
    void itIsTheEventTime() {
        assertThat(extract(article("a", "title", NOON))).isEqualTo(NOON.toEpochMilli());
    }

    @Test
    void itIsNeverLaterThanTheArrivalNorBefore1970() {
        assertThat(extract(article("a", "title", Instant.parse("9999-01-01T00:00:00Z"))))
                .isEqualTo(ARRIVAL.toEpochMilli());
        assertThat(extract(article("a", "title", Instant.parse("1815-06-18T00:00:00Z"))))
                .isZero();
    }

    @Test
    void whatIsNoArticleHasItsArrival() {
        assertThat(extract(null)).isEqualTo(ARRIVAL.toEpochMilli());
    }

    private static long extract(Object value) {
        return new PublishedAtExtractor()
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
