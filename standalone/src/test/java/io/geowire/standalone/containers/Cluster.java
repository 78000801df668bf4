package io.geowire.standalone.containers;

import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Network;
import org.testcontainers.kafka.KafkaContainer;

/** Kafka and a registry that keeps its schemas in Kafka, in containers, and room for the services beside them. */
final class Cluster implements AutoCloseable {
    private static final String KAFKA = "apache/kafka:4.3.1";

    private final Network network = Network.builder()
            // Ports that containers of this network publish are on the loopback address only.
            .createNetworkCmdModifier(
                    command -> command.withOptions(Map.of("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1")))
            .build();
    private final KafkaContainer kafka = new KafkaContainer(KAFKA)
            .withNetwork(network)
            .withListener("kafka:19092")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_HEAP_OPTS", "-Xmx512m");
    private final RegistryContainer registry = new RegistryContainer()
            .withNetwork(network)
            .withNetworkAliases("registry")
            .withEnv("APICURIO_STORAGE_KIND", "kafkasql")
            .withEnv("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", "kafka:19092")
            .withEnv("APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT", "500")
            .withEnv("APICURIO_RULES_GLOBAL_COMPATIBILITY", "BACKWARD_TRANSITIVE");
    private final String volume = DockerClientFactory.instance()
            .client()
            .createVolumeCmd()
            .withName("geowire-it-" + UUID.randomUUID())
            .exec()
            .getName();

    private Cluster() {}

    static Cluster start() {
        Cluster cluster = new Cluster();
        cluster.kafka.start();
        cluster.registry.start();
        return cluster;
    }

    /** What clients on this machine are configured with. */
    Map<String, Object> clients() {
        return Map.of("bootstrap.servers", kafka.getBootstrapServers(), "schema.registry.url", registry.url());
    }

    /** A service in its image, not started. All instances share one volume. */
    ServiceContainer service(Service service) {
        return new ServiceContainer(service, network, volume)
                .withEnv("GEOWIRE_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                .withEnv(
                        "GEOWIRE_KAFKA_SCHEMA_REGISTRY_URL",
                        "http://registry:" + RegistryContainer.PORT + RegistryContainer.PATH);
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
        network.close();
        DockerClientFactory.instance().client().removeVolumeCmd(volume).exec();
    }
}
