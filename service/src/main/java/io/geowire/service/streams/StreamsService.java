package io.geowire.service.streams;

import io.geowire.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** A topology at work. An error that its threads cannot handle ends it and is handed on as {@link #failure()}. */
public final class StreamsService implements Service {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** @param meters where the client's and the topology's own meters go */
    public StreamsService(Topology topology, Properties properties, MeterRegistry meters) {
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(fault -> {
            failure.completeExceptionally(fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.CREATED || state.isRunningOrRebalancing();
    }

    @Override
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        streams.close(CLOSE_TIMEOUT);
        metrics.close();
    }
}
