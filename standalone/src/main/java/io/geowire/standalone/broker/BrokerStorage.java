package io.geowire.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broker's folder, formatted and ready to be served.
 *
 * @param identity what the folder says of itself: cluster, node and directory
 * @param bootstrap the first records of a new cluster's metadata
 * @param leftRunning whether the last broker that served the folder was killed
 */
record BrokerStorage(MetaPropertiesEnsemble identity, BootstrapMetadata bootstrap, boolean leftRunning) {
    private static final Logger log = LoggerFactory.getLogger(BrokerStorage.class);
    private static final long NEEDED_BYTES = 64L << 20;
    /** Written by Kafka at the end of a clean shutdown, removed when it starts. */
    private static final String CLEAN_SHUTDOWN_FILE = ".kafka_cleanshutdown";

    /**
     * Formats the folder if it is new.
     *
     * @throws Exception when the disk is full, the folder cannot be read or written, or something else wrote it
     */
    static BrokerStorage prepare(Path folder, KafkaConfig config) throws Exception {
        Files.createDirectories(folder);
        requireSpace(folder.toFile().getUsableSpace());
        boolean formatted = Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME));
        if (!formatted) {
            format(folder);
        }
        boolean leftRunning = formatted && !Files.exists(folder.resolve(CLEAN_SHUTDOWN_FILE));
        var loaded = KafkaRaftServer.initializeLogDirs(config, log, "");
        return new BrokerStorage(loaded._1(), loaded._2(), leftRunning);
    }

    /** Kafka ends the process when its disk is full; better not to start. */
    static void requireSpace(long usableBytes) throws IOException {
        if (usableBytes < NEEDED_BYTES) {
            throw new IOException("the disk has " + (usableBytes >> 20) + " MiB left, at least " + (NEEDED_BYTES >> 20)
                    + " MiB are needed");
        }
    }

    private static void format(Path folder) throws Exception {
        new Formatter()
                // Its progress report would land in standard output.
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setControllerListenerName(LoopbackListeners.CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    String clusterId() {
        return identity.clusterId().orElseThrow();
    }
}
