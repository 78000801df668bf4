package io.geowire.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "news";
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    @TempDir
    Path folder;

    @Test
    void what_a_transaction_did_not_commit_is_not_read() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Clients clients = new Clients(broker.bootstrapServers());
            clients.createTopic(TOPIC, 3);
            try (Producer<String, String> producer = clients.transactionalProducer("writer")) {
                producer.initTransactions();
                Clients.writeCommitted(producer, TOPIC, "committed");
                Clients.writeOpen(producer, TOPIC, "aborted");
                producer.abortTransaction();
            }

            assertThat(clients.readCommitted(TOPIC)).containsExactly("committed", "committed", "committed");
        }
    }

    @Test
    void records_offsets_and_topics_survive_a_restart_on_another_port() throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 1);
        String before;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            before = broker.bootstrapServers();
            Clients clients = new Clients(before);
            clients.createTopic(TOPIC, 3);
            try (Producer<String, String> producer = clients.transactionalProducer("writer")) {
                producer.initTransactions();
                Clients.writeCommitted(producer, TOPIC, "first");
            }
            try (Admin admin = clients.admin()) {
                admin.alterConsumerGroupOffsets("readers", Map.of(partition, new OffsetAndMetadata(1)))
                        .all()
                        .get();
            }
        }
        // Holds the old port, so that the second broker cannot get it by chance.
        try (ServerSocket old = new ServerSocket(port(before), 1, InetAddress.getByName("127.0.0.1"));
                EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(broker.bootstrapServers()).isNotEqualTo("127.0.0.1:" + old.getLocalPort());
            Clients clients = new Clients(broker.bootstrapServers());
            try (Producer<String, String> producer = clients.transactionalProducer("writer")) {
                producer.initTransactions();
                Clients.writeCommitted(producer, TOPIC, "second");
            }
            assertThat(clients.readCommitted(TOPIC))
                    .containsExactlyInAnyOrder("first", "second", "first", "second", "first", "second");
            try (Admin admin = clients.admin()) {
                assertThat(admin.listConsumerGroupOffsets("readers")
                                .partitionsToOffsetAndMetadata()
                                .get()
                                .get(partition)
                                .offset())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void a_killed_broker_comes_back_with_what_was_committed() throws Exception {
        ChildProcess.start(BrokerUnderWrites.class, folder).kill();

        assertThat(folder.resolve(CLEAN_SHUTDOWN)).doesNotExist();
        assertCommittedIsThere();
    }

    @Test
    void a_broker_closed_by_a_shutdown_hook_is_closed_cleanly() throws Exception {
        try (ChildProcess child = ChildProcess.start(BrokerUnderWrites.class, folder)) {
            child.process().destroy();
            child.process().waitFor();
        }

        assertThat(folder.resolve(CLEAN_SHUTDOWN)).exists();
        assertCommittedIsThere();
    }

    private void assertCommittedIsThere() throws Exception {
        String topic = BrokerUnderWrites.TOPIC;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Clients clients = new Clients(broker.bootstrapServers());
            try (Producer<String, String> producer =
                    clients.transactionalProducer(BrokerUnderWrites.TRANSACTIONAL_ID)) {
                // Aborts what the earlier producer had left open.
                producer.initTransactions();
                Clients.writeCommitted(producer, topic, "after");
            }
            assertThat(clients.readCommitted(topic))
                    .containsExactlyInAnyOrder("committed", "after", "committed", "after", "committed", "after");
        }
    }

    @Test
    void a_topic_that_nobody_created_does_not_come_into_being() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Clients clients = new Clients(broker.bootstrapServers());
            try (Producer<String, String> producer = clients.producer(Map.of("max.block.ms", 1000))) {
                assertThatThrownBy(() -> producer.partitionsFor("unknown")).isInstanceOf(TimeoutException.class);
            }
            try (Admin admin = clients.admin()) {
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }
    }

    @Test
    void a_fixed_port_is_taken_as_given_and_given_back() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, port)) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            broker.close();
        }

        assertFree(port);
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(folder, taken.getLocalPort()))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage(
                            "the embedded broker cannot listen on 127.0.0.1:%d: Address already in use",
                            taken.getLocalPort());
        }
    }

    @Test
    void data_of_a_newer_kafka_is_refused_with_a_sentence() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setUnstableFeatureVersionsEnabled(true)
                .setReleaseVersion(MetadataVersion.latestTesting())
                .setControllerListenerName(LoopbackListeners.CONTROLLER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();

        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("(Kafka 4.3.1) cannot start with the data in " + folder)
                .hasMessageContaining("metadata.version");
    }

    @Test
    void data_of_another_node_is_refused_with_a_sentence() throws Exception {
        Files.writeString(
                folder.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=" + Uuid.randomUuid() + "\n");

        assertThatThrownBy(() -> EmbeddedBroker.start(folder, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot start with the data in " + folder)
                .hasMessageContaining("node id 7");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_refused_with_a_sentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedBroker.start(file, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot start with the data in " + file);
    }

    @Test
    void two_brokers_live_in_one_process() throws Exception {
        try (EmbeddedBroker one = EmbeddedBroker.start(folder.resolve("one"), 0);
                EmbeddedBroker two = EmbeddedBroker.start(folder.resolve("two"), 0)) {
            new Clients(one.bootstrapServers()).createTopic("only-here", 1);
            try (Admin admin = new Clients(two.bootstrapServers()).admin()) {
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    private static void assertFree(int port) {
        assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).hasMessageContaining("refused");
    }
}
