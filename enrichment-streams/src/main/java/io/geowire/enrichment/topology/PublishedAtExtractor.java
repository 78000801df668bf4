package io.geowire.enrichment.topology;

import io.geowire.events.Article;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Event time of an article. Never later than its arrival: it goes into the timestamps of internal records, and a broker refuses
 * those from the future. Never negative: Streams would drop the record.
 */
final class PublishedAtExtractor implements TimestampExtractor {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long arrival = Math.max(0, record.timestamp());
        return record.value() instanceof Article article
                ? Math.max(0, Math.min(article.getPublishedAt().toEpochMilli(), arrival))
                : arrival;
    }
}
