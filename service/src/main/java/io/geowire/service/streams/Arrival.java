package io.geowire.service.streams;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When the article came in that set a record in motion: milliseconds since 1970 as decimal digits, in the header
 * {@code geowire-arrival}. What a topology makes of a record inherits its headers, so that latency can be measured anywhere
 * downstream, by subscribers as well.
 */
public final class Arrival {
    /** Name of the header. */
    public static final String HEADER = "geowire-arrival";

    /** Digits of any time before the year 33658. */
    private static final int MAX_DIGITS = 15;

    private Arrival() {}

    /**
     * Writes the header at the source. Streams shows the broker's timestamp of a record to the extractor alone.
     *
     * @param eventTime what the timestamp is taken from
     */
    public static TimestampExtractor marking(TimestampExtractor eventTime) {
        return (record, partitionTime) -> {
            mark(record);
            return eventTime.extract(record, partitionTime);
        };
    }

    private static void mark(ConsumerRecord<?, ?> record) {
        // A writer of articles may have copied the header of another record.
        record.headers().remove(HEADER);
        record.headers().add(HEADER, Long.toString(record.timestamp()).getBytes(StandardCharsets.US_ASCII));
    }

    /** The time in milliseconds since 1970; empty if there is no header that could be one. */
    public static OptionalLong of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null
                || header.value() == null
                || header.value().length == 0
                || header.value().length > MAX_DIGITS) {
            return OptionalLong.empty();
        }
        long millis = 0;
        for (byte digit : header.value()) {
            if (digit < '0' || digit > '9') {
                return OptionalLong.empty();
            }
            millis = millis * 10 + (digit - '0');
        }
        return OptionalLong.of(millis);
    }
}
