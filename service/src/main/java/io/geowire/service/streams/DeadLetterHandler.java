package io.geowire.service.streams;

import io.geowire.events.DeadLetter;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.DeadLetters;
import io.geowire.service.RecordFaultException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record that is itself at fault to the dead-letter topic, as a {@link DeadLetter} in the transaction of the task,
 * and lets the stream go on: bytes that cannot be read, a {@link RecordFaultException}, a result larger than the broker takes.
 * Everything else fails the stream: it is the world's doing or a bug.
 */
public final class DeadLetterHandler
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    /** Streams setting that names the dead-letter topic. */
    public static final String TOPIC_CONFIG = "geowire.dead.letter.topic";

    /** Streams setting that holds the meter registry, to count dead letters in. */
    static final String METERS_CONFIG = "geowire.meters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterHandler.class);

    private String topic = "";
    private DeadLetters letters = new DeadLetters("");
    private @Nullable Serializer<DeadLetter> serializer;
    private @Nullable Counter counter;

    @Override
    public void configure(Map<String, ?> configs) {
        topic = String.valueOf(configs.get(TOPIC_CONFIG));
        String app = String.valueOf(configs.get(StreamsConfig.APPLICATION_ID_CONFIG));
        letters = new DeadLetters(app);
        serializer = AvroSerdes.value(DeadLetter.class, configs).serializer();
        if (configs.get(METERS_CONFIG) instanceof MeterRegistry meters) {
            counter = Counter.builder("geowire.dead.letters")
                    .description("Records set aside in the dead-letter topic of an application")
                    .tag("app", app)
                    .register(meters);
        }
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception fault) {
        return isOfRecord(fault)
                ? DeserializationExceptionHandler.Response.resume(letter(
                        fault, record.topic(), record.partition(), record.offset(), record.key(), record.value()))
                : DeserializationExceptionHandler.Response.fail();
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception fault) {
        return isOfRecord(fault)
                ? ProcessingExceptionHandler.Response.resume(letter(fault, context))
                : ProcessingExceptionHandler.Response.fail();
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception fault) {
        if (fault instanceof RecordTooLargeException && !record.topic().equals(topic)) {
            return ProductionExceptionHandler.Response.resume(letter(fault, context));
        }
        return fault instanceof RetriableException
                ? ProductionExceptionHandler.Response.retry()
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception fault, SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.fail();
    }

    /** An unreachable registry is a {@link RetriableException}: the world's fault, whatever wraps it. */
    private static boolean isOfRecord(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException) {
                return false;
            }
            if (cause instanceof RecordFaultException || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }

    private List<ProducerRecord<byte[], byte[]>> letter(Exception fault, ErrorHandlerContext context) {
        return letter(
                fault,
                context.topic(),
                context.partition(),
                context.offset(),
                context.sourceRawKey(),
                context.sourceRawValue());
    }

    private List<ProducerRecord<byte[], byte[]>> letter(
            Exception fault,
            String source,
            int partition,
            long offset,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        LOG.warn("{}-{}@{} set aside in {}: {}", source, partition, offset, topic, fault.toString());
        if (serializer == null) {
            throw new IllegalStateException("configure() comes first");
        }
        if (counter != null) {
            counter.increment();
        }
        DeadLetter letter = letters.ofRecord(fault, source, partition, offset, key, value);
        byte[] id = "%s-%d@%d".formatted(source, partition, offset).getBytes(StandardCharsets.UTF_8);
        return List.of(new ProducerRecord<>(topic, id, serializer.serialize(topic, letter)));
    }
}
