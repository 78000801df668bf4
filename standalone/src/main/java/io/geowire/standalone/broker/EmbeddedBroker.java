package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker and its controller in this JVM, on loopback, with what it holds in a folder. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final LoopbackListeners listeners;
    private final ControllerServer controller;
    private final BrokerServer broker;
    private boolean closed;

    private EmbeddedBroker(LoopbackListeners listeners, ControllerServer controller, BrokerServer broker) {
        this.listeners = listeners;
        this.controller = controller;
        this.broker = broker;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param folder where it keeps its data; formatted if it is empty
     * @param port for clients, 0 for any free one
     * @throws ConfigurationException if the port cannot be listened on or the folder cannot be used
     */
    public static EmbeddedBroker start(Path folder, int port) {
        LoopbackListeners listeners = LoopbackListeners.bind(port);
        try {
            KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(folder, listeners), false);
            format(folder);
            EmbeddedBroker broker = create(config, listeners);
            broker.controller.startup();
            broker.broker.startup();
            return broker;
        } catch (Exception e) {
            listeners.close();
            throw new ConfigurationException(
                    "the embedded broker cannot start with the data in %s: %s".formatted(folder, e.getMessage()));
        }
    }

    /** Where clients reach it, as {@code host:port}. */
    public String bootstrapServers() {
        return listeners.address(LoopbackListeners.BROKER);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            broker.shutdown(CLOSE_TIMEOUT);
            controller.shutdown();
        }
    }

    private static void format(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setControllerListenerName(LoopbackListeners.CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    /** What KafkaRaftServer does, but with sockets that are bound already. */
    private static EmbeddedBroker create(KafkaConfig config, LoopbackListeners listeners) {
        var directories = KafkaRaftServer.initializeLogDirs(config, LOG, "");
        MetaPropertiesEnsemble ensemble = directories._1();
        SharedServer shared = new SharedServer(
                config,
                ensemble,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, ensemble.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                new StandardFaultHandlerFactory(),
                listeners);
        BrokerServer broker = new BrokerServer(shared);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), directories._2());
        return new EmbeddedBroker(listeners, controller, broker);
    }
}
