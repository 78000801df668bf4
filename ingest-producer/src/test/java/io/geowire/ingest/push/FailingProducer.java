package io.geowire.ingest.push;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Fails each record as the client does: at once, and by the callback. */
final class FailingProducer extends MockProducer<String, byte[]> {
    private RuntimeException fault;

    FailingProducer(RuntimeException fault) {
        super(true, null, new StringSerializer(), new ByteArraySerializer());
        this.fault = fault;
    }

    /** From now on all is well. */
    synchronized void recover() {
        fault = null;
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message, Callback callback) {
        if (fault == null) {
            return super.send(message, callback);
        }
        callback.onCompletion(null, fault);
        return CompletableFuture.failedFuture(fault);
    }
}
