package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;

/**
 * A Kafka broker and its controller in this JVM, reachable on 127.0.0.1 only.
 *
 * <p>Built from the parts of Kafka's own server rather than that server: so it takes sockets bound beforehand, fails
 * its start with an exception where Kafka would end the process, and is back quickly after a kill. These are internal
 * classes of Kafka; its version is pinned and {@code EmbeddedBrokerIT} guards them.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final LoopbackListeners listeners;
    private final Faults faults;
    private final ControllerServer controller;
    private final BrokerServer broker;

    private EmbeddedBroker(LoopbackListeners listeners, KafkaConfig config, BrokerStorage storage) {
        this.listeners = listeners;
        this.faults = new Faults();
        SharedServer shared = new SharedServer(
                config,
                storage.identity(),
                Time.SYSTEM,
                Server.initializeMetrics(config, Time.SYSTEM, storage.clusterId()),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                faults,
                listeners);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage.bootstrap());
        this.broker = new BrokerServer(shared);
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param folder where the broker keeps its data, made if absent; nobody else may use it meanwhile, see
     *     {@link DataFolder}
     * @param port the port to listen on, 0 for any free one
     * @throws ConfigurationException when the port is taken, the disk is full or not writable, or the folder holds data
     *     that this version of Kafka cannot read
     */
    public static EmbeddedBroker start(Path folder, int port) {
        return start(folder, port, Map.of());
    }

    /** As {@link #start(Path, int)}, with settings of the broker that prevail over the usual ones. */
    static EmbeddedBroker start(Path folder, int port, Map<String, String> settings) {
        LoopbackListeners listeners = LoopbackListeners.bind(port);
        try {
            Path absolute = folder.toAbsolutePath().normalize();
            Properties properties = BrokerSettings.of(absolute, listeners);
            properties.putAll(settings);
            KafkaConfig config = KafkaConfig.fromProps(properties, false);
            BrokerStorage storage = BrokerStorage.prepare(absolute, config);
            EmbeddedBroker embedded = new EmbeddedBroker(listeners, config, storage);
            embedded.start(storage.leftRunning());
            return embedded;
        } catch (Exception e) {
            listeners.close();
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            ConfigurationException failure =
                    new ConfigurationException("the embedded broker (Kafka %s) cannot start with the data in %s: %s"
                            .formatted(AppInfoParser.getVersion(), folder, reason(e)));
            failure.initCause(e);
            throw failure;
        }
    }

    private void start(boolean afterKill) throws Exception {
        try {
            controller.startup();
            if (afterKill) {
                DeadIncarnation.forget(controller.controller());
            }
            broker.startup();
            faults.running();
        } catch (Exception e) {
            shutdown();
            if (faults.startFault().orElse(null) instanceof RuntimeException fault) {
                Thread.interrupted();
                throw fault;
            }
            throw e;
        }
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    /** What a client takes as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return listeners.address(LoopbackListeners.CLIENTS);
    }

    /**
     * Stops the broker; a second call does nothing but wait for the first. Takes about half a second. Close the clients
     * first: those still open would try to reconnect.
     */
    @Override
    public synchronized void close() {
        shutdown();
    }

    private void shutdown() {
        faults.closing();
        broker.shutdown(CLOSE_PATIENCE);
        controller.shutdown();
        listeners.close();
    }
}
