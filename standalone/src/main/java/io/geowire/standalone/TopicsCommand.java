package io.geowire.standalone;

import io.geowire.alerts.AlertsApp;
import io.geowire.alerts.AlertsConfig;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.enrichment.EnrichmentConfig;
import io.geowire.schemas.catalogue.TopicCatalogue;
import io.geowire.schemas.catalogue.TopicProvisioner;
import io.geowire.schemas.catalogue.TopicSpec;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import io.geowire.service.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What concerns topics. */
@Command(
        name = "topics",
        description = "Lists all topics that the services use, or creates them ahead.",
        subcommands = {TopicsCommand.ListTopics.class, TopicsCommand.Create.class})
final class TopicsCommand {
    private TopicsCommand() {}

    @Command(
            name = "list",
            description = "Prints all topics with partitions and settings, those that Kafka Streams makes too.")
    static final class ListTopics implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            for (TopicSpec topic : all()) {
                String config = new TreeMap<>(topic.config())
                        .entrySet().stream().map(Object::toString).collect(Collectors.joining(" "));
                spec.commandLine()
                        .getOut()
                        .printf("%-48s %-18s %2d  %s%n", topic.name(), topic.owner(), topic.partitions(), config);
            }
            return ServiceRunner.OK;
        }
    }

    @Command(
            name = "create",
            description = {
                "Creates the topics that are missing, those that Kafka Streams makes too, and checks the others.",
                "For services that may not create topics, or a number of copies that is not the broker's default.",
                "Environment variables GEOWIRE_KAFKA_… hold for it as for the services."
            })
    static final class Create implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "Brokers, parted by commas.")
        private @Nullable String bootstrap;

        @Option(
                names = "--config",
                paramLabel = "FILE",
                description = "Properties of a service, for the geowire.kafka.* in it.")
        private @Nullable Path file;

        @Option(
                names = "--replication",
                paramLabel = "N",
                description = "Copies of each new topic. Default: the broker's.")
        private @Nullable Short replication;

        @Override
        public Integer call() {
            if (replication != null && replication < 1) {
                throw ConfigurationException.of("--replication", replication, "1 or more");
            }
            Map<String, Object> clients = clients();
            List<TopicSpec> topics = all();
            try (Admin admin = Admin.create(clients)) {
                if (replication == null) {
                    TopicProvisioner.ensure(admin, topics);
                } else {
                    TopicProvisioner.ensure(admin, topics, replication);
                }
            }
            spec.commandLine().getOut().printf("%d topics are in place%n", topics.size());
            return ServiceRunner.OK;
        }

        private Map<String, Object> clients() {
            Settings settings =
                    file == null ? Settings.of(Map.of(), System.getenv()) : Settings.load(file, System.getenv());
            Map<String, Object> clients = new HashMap<>(settings.clients());
            if (bootstrap != null) {
                clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
            }
            if (!clients.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
                throw new ConfigurationException("--bootstrap: missing; it takes host:port,…");
            }
            return clients;
        }
    }

    /** Those of the catalogue, then those of Kafka Streams. */
    static List<TopicSpec> all() {
        // Neither is asked when a topology is only described.
        Map<String, Object> nobody = Map.of(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "localhost:1", "schema.registry.url", "mock://topics");
        EnrichmentConfig enrichment = EnrichmentConfig.of(nobody, Path.of("unused"));
        Map<String, String> alerts = new HashMap<>();
        nobody.forEach((key, value) -> alerts.put("geowire.kafka." + key, value.toString()));

        List<TopicSpec> topics = new ArrayList<>(TopicCatalogue.load().topics());
        topics.addAll(EnrichmentApp.internalTopics(enrichment));
        topics.addAll(AlertsApp.internalTopics(AlertsConfig.from(Settings.of(alerts))));
        return topics;
    }
}
