package io.geowire.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.dispatch.DeliveryLimits;
import io.geowire.alerts.dispatch.DeliveryStatus;
import io.geowire.alerts.topology.Limits;
import io.geowire.service.ConfigurationException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertsAppTest {
    private static final Map<String, Object> CLIENTS =
            Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "mock://alerts-app");

    @TempDir
    Path folder;

    @Test
    void badFileOfWatchesStopsTheStartWithEveryFault() throws IOException {
        Path file = Files.writeString(folder.resolve("watches.yaml"), """
                watches:
                  - id: a
                    query: oil AND
                  - id: b
                    querry: oil
                """);

        assertThatThrownBy(() -> app(CLIENTS, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("""
                        %1$s:3: watch 'a': query: column 8: the query ends where more is expected
                        %1$s:4: watch 'b': asks for nothing; it needs query, caseSensitive, entities or topics
                        %1$s:5: watch 'b': querry: unknown field; did you mean 'query'?""".formatted(file));
    }

    @Test
    void fileOfWatchesThatIsNotThereIsNamed() {
        Path file = folder.resolve("none.yaml");

        assertThatThrownBy(() -> app(CLIENTS, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(file + ": no such file");
    }

    @Test
    void brokerMustBeNamed() {
        assertThatThrownBy(() -> app(Map.of("schema.registry.url", "mock://alerts-app"), null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("geowire.kafka.bootstrap.servers: missing");
    }

    @Test
    void isLiveButNotReadyBeforeItStartsAndCanBeClosedThen() {
        AlertsApp app = app(CLIENTS, null);

        assertThat(app.live()).isTrue();
        assertThat(app.ready()).isFalse();
        app.close();
        app.close();
        assertThat(app.live()).isFalse();
    }

    @Test
    void badFileOfReceiversStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("receivers.yaml"), """
                receivers:
                  - name: desk
                    url: https://desk.example/hook
                    format: carrier-pigeon
                """);

        assertThatThrownBy(() -> app(CLIENTS, null, file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file + ":4: receiver 'desk': format: unknown format 'carrier-pigeon'");
    }

    @Test
    void receiversChangeNothingOfHealthAndCloseWithTheService() throws IOException {
        Path file = Files.writeString(folder.resolve("receivers.yaml"), """
                receivers:
                  - name: desk
                    url: https://desk.example/hook
                    format: cloudevents
                """);
        AlertsApp app = app(CLIENTS, null, file);

        assertThat(app.live()).isTrue();
        assertThat(app.deliveries()).containsExactly(new DeliveryStatus("desk", 0, 0, null, null, false));
        app.close();
        app.close();
        assertThat(app.failure().toCompletableFuture()).isNotDone();
    }

    private AlertsApp app(Map<String, Object> clients, Path watches) {
        return app(clients, watches, null);
    }

    private AlertsApp app(Map<String, Object> clients, Path watches, Path receivers) {
        DeliveryConfig delivery = new DeliveryConfig(receivers, DeliveryLimits.DEFAULT);
        return new AlertsApp(
                new AlertsConfig(clients, watches, null, folder, 1, Limits.DEFAULT, 100, delivery),
                new SimpleMeterRegistry());
    }
}
