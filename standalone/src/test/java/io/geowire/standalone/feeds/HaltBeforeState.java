package io.geowire.standalone.feeds;

import io.geowire.schemas.catalogue.Topics;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** Ends the process between the articles of a poll and the state of its feed, once the broker has the articles. */
public final class HaltBeforeState implements ProducerInterceptor<String, byte[]>, ConsumerInterceptor<byte[], byte[]> {
    private final Semaphore acknowledged = new Semaphore(0);
    private int articles;

    @Override
    public ProducerRecord<String, byte[]> onSend(ProducerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.ARTICLES)) {
            articles++;
        } else if (record.topic().equals(Topics.INGEST_STATE) && articles > 0) {
            acknowledged.acquireUninterruptibly(articles);
            Runtime.getRuntime().halt(137);
        }
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
        acknowledged.release();
    }

    /** Settings are those of every client, so a consumer makes one as well. */
    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
