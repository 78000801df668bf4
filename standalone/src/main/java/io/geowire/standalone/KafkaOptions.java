package io.geowire.standalone;

import io.geowire.service.ConfigurationException;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command works on: one that runs, or that of a data folder, which is started for it. */
final class KafkaOptions {
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
    record Running(String bootstrap, String registry) implements Target {}

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
            return Session.of(running.bootstrap(), running.registry());
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
        /** Of a Kafka that runs. */
        private static Session of(String bootstrap, String registry) {
            return new Session(clients(bootstrap, registry), new ArrayDeque<>());
        }

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
                return new Session(clients(broker.bootstrapServers(), registry.url()), opened);
            } catch (RuntimeException e) {
                closeAll(opened);
                throw e;
            }
        }

        private static Map<String, Object> clients(String bootstrap, String registry) {
            return Map.of("bootstrap.servers", bootstrap, "schema.registry.url", registry);
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
