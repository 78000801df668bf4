package io.geowire.standalone;

import io.geowire.schemas.registry.RegistryClients;
import io.geowire.schemas.registry.RegistryException;
import io.geowire.service.ConfigurationException;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command works on: one that runs, or that of a data folder, which is started for it. */
final class KafkaOptions {
    private static final int ANSWER_MS = 10_000;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a run that has ended; its broker is started meanwhile.")
    private @Nullable Path data;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "A Kafka that runs; needs --registry.")
    private @Nullable String bootstrap;

    @Option(names = "--registry", paramLabel = "URL", description = "The schema registry of that Kafka.")
    private @Nullable String registry;

    /** Where to. */
    sealed interface Target {}

    /** A Kafka that runs. */
    record Running(String bootstrap, String registry) implements Target {
        /** With them, the environment variables {@code GEOWIRE_…} hold as for the services: a secured Kafka asks for more. */
        Settings settings() {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment
                    .keySet()
                    .removeAll(List.of("GEOWIRE_KAFKA_BOOTSTRAP_SERVERS", "GEOWIRE_KAFKA_SCHEMA_REGISTRY_URL"));
            return Settings.of(
                    Map.of(
                            "geowire.kafka.bootstrap.servers", bootstrap,
                            "geowire.kafka.schema.registry.url", registry),
                    environment);
        }
    }

    /** The data folder of a run that has ended. */
    record Folder(Path path) implements Target {}

    /**
     * Where to, by the options alone.
     *
     * @throws ConfigurationException if they do not say it, or say two things
     */
    Target target() {
        if (data != null && bootstrap == null && registry == null) {
            return new Folder(data);
        }
        if (data == null && bootstrap != null && registry != null) {
            return new Running(bootstrap, registry);
        }
        throw new ConfigurationException("needs either --data DIR, or both --bootstrap HOST:PORT and --registry URL");
    }

    /**
     * Connects.
     *
     * @throws ConfigurationException if the options do not say where to, or the folder cannot be used
     */
    Session open() {
        Target target = target();
        if (target instanceof Running running) {
            return new Session(running.settings().clients(), new ArrayDeque<>());
        }
        Path folder = ((Folder) target).path();
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("--data: there is no folder '%s'".formatted(folder));
        }
        return Session.ofFolder(folder);
    }

    /**
     * What a command works with.
     *
     * @param clients what Kafka clients and the registry client are configured with
     * @param opened what was started for it, the last first
     */
    record Session(Map<String, Object> clients, Deque<AutoCloseable> opened) implements AutoCloseable {
        /** Of a data folder, whose broker and registry are started. */
        private static Session ofFolder(Path data) {
            Deque<AutoCloseable> opened = new ArrayDeque<>();
            try {
                DataFolder folder = DataFolder.open(data);
                opened.push(folder);
                EmbeddedBroker broker = EmbeddedBroker.start(folder.broker(), 0);
                opened.push(broker);
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0);
                opened.push(registry);
                return new Session(
                        Map.of(
                                "bootstrap.servers", broker.bootstrapServers(),
                                "schema.registry.url", registry.url()),
                        opened);
            } catch (RuntimeException e) {
                closeAll(opened);
                throw e;
            }
        }

        /**
         * Makes sure that a topic can be read, so that whoever waits for it does not wait in vain.
         *
         * @throws KafkaException if the broker or the registry does not answer, or there is no such topic
         */
        void require(String topic) throws InterruptedException {
            try (Admin admin = Admin.create(clients)) {
                admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(ANSWER_MS))
                        .allTopicNames()
                        .get();
            } catch (ExecutionException e) {
                throw new KafkaException(reason(e.getCause(), topic), e);
            }
            try {
                RegistryClients.of(clients).latest(topic + "-value");
            } catch (RegistryException e) {
                // Nothing may have been written yet.
                if (e.errorCode() != RegistryException.SUBJECT_NOT_FOUND) {
                    throw e;
                }
            }
        }

        private String reason(@Nullable Throwable cause, String topic) {
            Object bootstrap = clients.get("bootstrap.servers");
            if (cause instanceof UnknownTopicOrPartitionException) {
                return "there is no topic %s at %s; a Geowire that runs makes it".formatted(topic, bootstrap);
            }
            return cause instanceof TimeoutException
                    ? "no Kafka answers at " + bootstrap
                    : "cannot ask %s for the topic %s: %s".formatted(bootstrap, topic, cause);
        }

        @Override
        public void close() {
            closeAll(opened);
        }

        private static void closeAll(Deque<AutoCloseable> opened) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    throw new IllegalStateException("cannot close what was started for this command", e);
                }
            }
        }
    }
}
