package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.topology.WatchMapper;
import io.geowire.alerts.watch.Severity;
import io.geowire.events.Watch;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchPublisherTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.WATCHES, 0);

    private final Serde<Watch> serde =
            AvroSerdes.value(Watch.class, Map.of("schema.registry.url", "mock://watch-publisher"));
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final WatchPublisher publisher = new WatchPublisher(consumer, producer, serde);
    private long end;

    @BeforeEach
    void emptyTopic() {
        consumer.updatePartitions(
                Topics.WATCHES, List.of(new PartitionInfo(Topics.WATCHES, 0, Node.noNode(), new Node[0], new Node[0])));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 0L));
    }

    @Test
    void publishesWhatIsNewInAnEmptyTopic() {
        assertThat(publisher.publish(List.of(watch("a", "oil"), watch("b", "gas"))))
                .isEqualTo(2);

        assertThat(producer.history()).extracting(ProducerRecord::topic).containsOnly(Topics.WATCHES);
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a", "b");
        assertThat(serde.deserializer()
                        .deserialize(Topics.WATCHES, producer.history().get(0).value()))
                .isEqualTo(watch("a", "oil"));
    }

    @Test
    void publishesNothingWhenAllIsThere() {
        published("a", bytes(watch("a", "oil")));
        published("b", bytes(watch("b", "gas")));

        assertThat(publisher.publish(List.of(watch("b", "gas"), watch("a", "oil"))))
                .isZero();
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void publishesWhatChangedAndRemovesWhatIsGone() {
        published("a", bytes(watch("a", "oil")));
        published("b", bytes(watch("b", "gas")));
        published("c", bytes(watch("c", "coal")));
        published("gone-before", bytes(watch("gone-before", "x")));
        published("gone-before", null);
        published("unreadable", new byte[] {7});
        published("mended", new byte[] {7});

        assertThat(publisher.publish(List.of(watch("a", "oil"), watch("b", "gas OR lng"), watch("mended", "x"))))
                .isEqualTo(4);
        assertThat(producer.history())
                .extracting(record -> record.key() + (record.value() == null ? " removed" : " written"))
                .containsExactly("b written", "mended written", "c removed", "unreadable removed");
    }

    @Test
    void theLastValueOfAKeyCounts() {
        published("a", bytes(watch("a", "gas")));
        published("a", bytes(watch("a", "oil")));

        assertThat(publisher.publish(List.of(watch("a", "oil")))).isZero();
    }

    @Test
    void writeThatIsRefusedFailsTheStart() {
        MockProducer<String, byte[]> refusing =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized void flush() {
                        errorNext(new NotLeaderOrFollowerException("refused"));
                    }
                };

        assertThatThrownBy(() -> new WatchPublisher(consumer, refusing, serde).publish(List.of(watch("a", "oil"))))
                .isInstanceOf(NotLeaderOrFollowerException.class);
    }

    @Test
    void brokerThatFallsSilentFailsTheStart() {
        consumer.updateEndOffsets(Map.of(PARTITION, 5L));

        assertThatThrownBy(() -> publisher.publish(List.of()))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("cannot read news.watches.v1 to its end: the broker does not answer");
    }

    private void published(String key, byte[] value) {
        long offset = end++;
        consumer.updateEndOffsets(Map.of(PARTITION, end));
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(Topics.WATCHES, 0, offset, key, value)));
    }

    private byte[] bytes(Watch watch) {
        return serde.serializer().serialize(Topics.WATCHES, watch);
    }

    private static Watch watch(String id, String query) {
        return WatchMapper.toEvent(new io.geowire.alerts.watch.Watch(
                id, id, Severity.LOW, query, List.of(), List.of(), List.of(), 1, List.of()));
    }
}
