package io.geowire.alerts.topology;

import io.geowire.events.EnrichedArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** Event time is when the article was published. Kafka has no time before 1970. */
final class PublishedAtExtractor implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return record.value() instanceof EnrichedArticle enriched
                ? Math.max(0, enriched.getArticle().getPublishedAt().toEpochMilli())
                : record.timestamp();
    }
}
