package io.geowire.service.streams;

import io.geowire.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * A topology at work. An error that its threads cannot handle ends it and is handed on as {@link #failure()}. Several may share a
 * state directory, see {@link StateFolder}.
 */
public final class StreamsService implements Service {
    /** Container engines kill what has not ended ten seconds after it was told to. */
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(8);

    private final StateFolder state;
    private final CloseOptions closing;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final StreamsMeters sums;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /**
     * Takes a part of the state directory.
     *
     * @param meters where the client's and the topology's own meters go
     * @throws io.geowire.service.ConfigurationException if the state directory cannot be used
     */
    public StreamsService(Topology topology, Properties properties, MeterRegistry meters) {
        state = StateFolder.claim(
                Path.of(properties.getProperty(StreamsConfig.STATE_DIR_CONFIG)),
                properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
        closing = closing(properties);
        Properties own = new Properties();
        own.putAll(properties);
        own.setProperty(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
        own.put(DeadLetterHandler.METERS_CONFIG, meters);
        streams = new KafkaStreams(topology, own);
        streams.setUncaughtExceptionHandler(fault -> {
            failure.completeExceptionally(fault);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        String app = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        metrics = new KafkaStreamsMetrics(streams, Tags.of("app", app));
        metrics.bindTo(meters);
        sums = new StreamsMeters(app, topology.describe(), streams::metrics, meters);
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
        streams.close(closing);
        metrics.close();
        sums.close();
        state.close();
    }

    /** A member leaves its group, so that others take over at once; a static one keeps its tasks until it is back. */
    private static CloseOptions closing(Properties properties) {
        boolean isStatic = properties.stringPropertyNames().stream()
                .anyMatch(key -> key.endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        return CloseOptions.timeout(CLOSE_TIMEOUT)
                .withGroupMembershipOperation(
                        isStatic ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }
}
