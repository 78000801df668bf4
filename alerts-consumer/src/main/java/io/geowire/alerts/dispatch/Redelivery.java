package io.geowire.alerts.dispatch;

import dev.failsafe.RateLimiter;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.alerts.delivery.format.Messages;
import io.geowire.events.ParkedDelivery;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.net.OutboundHttp;
import java.time.InstantSource;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Delivers to one receiver what was set aside for it, at the receiver's rate, under the id that it had. */
public final class Redelivery implements AutoCloseable {
    private final Receiver receiver;
    private final Producer<String, byte[]> producer;
    private final OutboundHttp http = OutboundHttp.create();
    private final Courier courier;
    private final RateLimiter<Object> limiter;

    /** @param clients Kafka's and the registry's settings, by their own keys */
    public Redelivery(Map<String, Object> clients, Receiver receiver) {
        this.receiver = receiver;
        producer = new KafkaProducer<>(
                DeliveryClients.producer(clients), new StringSerializer(), new ByteArraySerializer());
        courier = new HttpCourier(receiver, http, InstantSource.system());
        limiter = RateLimiter.smoothBuilder(receiver.rate().interval()).build();
    }

    /**
     * Makes one attempt, as the receiver is configured now. If it succeeds, the delivery is taken out of
     * {@code news.deliveries.dlq.v1}.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker cannot be reached or refuses
     */
    public Verdict deliver(ParkedDelivery parked) throws InterruptedException {
        limiter.acquirePermit();
        Verdict verdict =
                courier.attempt(Messages.render(receiver, parked.getAlert())).verdict();
        if (verdict instanceof Verdict.Delivered) {
            new Outbox(producer).put(Topics.DELIVERIES_DLQ, Parking.key(parked), null);
        }
        return verdict;
    }

    @Override
    public void close() {
        http.close();
        producer.close();
    }
}
