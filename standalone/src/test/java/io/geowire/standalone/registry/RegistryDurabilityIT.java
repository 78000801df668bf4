package io.geowire.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import io.geowire.standalone.broker.EmbeddedBroker;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded registry keeps when it, or its broker, stops. */
class RegistryDurabilityIT {
    private static final String V1 = RegistryContractTest.V1;
    private static final String V2 = RegistryContractTest.V2;

    private static RegistryHttp http(RegistryServer server) {
        return new RegistryHttp(server.url());
    }

    @Test
    void a_new_server_on_a_restarted_broker_knows_all_that_was_answered(@TempDir Path folder) {
        List<Integer> ids = new ArrayList<>();
        int erased;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                RegistryServer server = RegistryServer.start(broker.bootstrapServers(), 0)) {
            RegistryHttp http = http(server);
            ids.add(http.register("a", V1));
            ids.add(http.register("a", V2));
            ids.add(http.register("b", V1));
            http.put("/config/a", Map.of("compatibility", "FULL_TRANSITIVE")).isOk();
            http.register("deleted", "\"int\"");
            http.delete("/subjects/deleted").isOk();
            erased = http.register("erased", "\"long\"");
            http.delete("/subjects/erased").isOk();
            http.delete("/subjects/erased?permanent=true").isOk();
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                RegistryServer server = RegistryServer.start(broker.bootstrapServers(), 0)) {
            RegistryHttp http = http(server);
            assertThat(RegistryContractTest.texts(http.get("/subjects"))).containsExactly("a", "b");
            assertThat(RegistryContractTest.texts(http.get("/subjects?deleted=true")))
                    .containsExactly("a", "b", "deleted");
            assertThat(List.of(http.register("a", V1), http.register("a", V2), http.register("b", V1)))
                    .isEqualTo(ids);
            assertThat(RegistryContractTest.texts(http.get("/subjects/a/versions")))
                    .containsExactly("1", "2");
            assertThat(http.get("/config/a")
                            .isOk()
                            .json()
                            .path("compatibilityLevel")
                            .asText())
                    .isEqualTo("FULL_TRANSITIVE");
            assertThat(http.register("new", "\"string\"")).isGreaterThan(erased);
        }
    }

    @Test
    void a_server_that_was_not_closed_lost_nothing_and_one_that_is_closed_twice_does_no_harm(@TempDir Path folder) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            RegistryServer first = RegistryServer.start(broker.bootstrapServers(), 0);
            int id = http(first).register("a", V1);
            int port = URI.create(first.url()).getPort();

            try (RegistryServer second = RegistryServer.start(broker.bootstrapServers(), 0)) {
                assertThat(http(second).register("a", V1)).isEqualTo(id);
            }
            first.close();
            first.close();
            try (RegistryServer third = RegistryServer.start(broker.bootstrapServers(), port)) {
                assertThat(third.url()).isEqualTo("http://127.0.0.1:" + port);
                assertThat(http(third).register("a", V1)).isEqualTo(id);
            }
        }
    }

    @Test
    void a_port_that_is_taken_is_named(@TempDir Path folder) {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            int taken = Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);

            assertThatThrownBy(() -> RegistryServer.start(broker.bootstrapServers(), taken))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("127.0.0.1:" + taken)
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() -> RegistryServer.start(broker.bootstrapServers(), 70_000))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("70000");
        }
    }

    @Test
    void a_topic_that_holds_something_else_is_named_with_the_offset(@TempDir Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            try (RegistryServer server = RegistryServer.start(broker.bootstrapServers(), 0)) {
                http(server).register("a", V1);
            }
            try (KafkaProducer<String, String> other = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer())) {
                other.send(new ProducerRecord<>(EventLog.TOPIC.name(), "a", "b"))
                        .get();
            }

            assertThatThrownBy(() -> RegistryServer.start(broker.bootstrapServers(), 0))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("news.schemas.v1")
                    .hasMessageContaining("offset 1")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void without_its_broker_it_answers_what_it_knows_and_refuses_what_it_could_not_keep(@TempDir Path folder) {
        EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
        try (RegistryServer server = RegistryServer.start(broker.bootstrapServers(), 0)) {
            RegistryHttp http = http(server);
            int id = http.register("a", V1);
            broker.close();

            assertThat(http.register("a", V1)).isEqualTo(id);
            http.get("/schemas/ids/" + id).isOk();
            http.postSchema("/subjects/a/versions", V2).isFault(500, 50001);
            http.get("/subjects/a/versions/2").isFault(404, 40402);
        } finally {
            broker.close();
        }
    }
}
