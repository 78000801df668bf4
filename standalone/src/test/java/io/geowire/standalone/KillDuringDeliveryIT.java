package io.geowire.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.standalone.GeowireProcess.Result;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.delivery.AlertLog;
import io.geowire.standalone.delivery.Hook;
import io.geowire.standalone.registry.RegistryServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle of deliveries, again and again, and run on: every alert arrives, in order of its story. */
class KillDuringDeliveryIT {
    private static final int ALERTS = 1_000;
    private static final int STORIES = 90;
    private static final int KILLS = 4;

    @TempDir
    Path folder;

    @Test
    void everyAlertIsDeliveredAtLeastOnceAndInOrderOfItsStory() throws Exception {
        Path data = folder.resolve("data");
        List<String> written = write(data);
        Path news = Files.writeString(folder.resolve("news.txt"), "Nothing to see here\n");
        try (Hook hook = new Hook()) {
            Path receivers = Files.writeString(folder.resolve("receivers.yaml"), """
                    receivers:
                      - name: desk
                        url: %s
                        format: cloudevents
                        rate: 100/s
                        allowHttp: true
                        allowPrivate: true
                    """.formatted(hook.url()));
            String[] arguments = {
                "run", "--json", "--data", data.toString(), "--receivers", receivers.toString(), news.toString()
            };
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = kill * ALERTS / (KILLS + 1);
                GeowireProcess process = GeowireProcess.start(folder, arguments);
                Awaitility.await()
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> hook.accepted().size() >= enough || !process.isAlive());
                assertThat(process.isAlive()).as(process.said()).isTrue();
                process.kill();
            }
            Result survivor = GeowireProcess.run(folder, arguments);

            assertThat(survivor.status()).as(survivor.err()).isZero();
            int doubles = hook.accepted().size() - new LinkedHashSet<>(hook.accepted()).size();
            System.out.printf("%d kills, %d alerts, %d of them twice%n", KILLS, ALERTS, doubles);
            assertThat(hook.accepted()).containsAll(written);
            assertThat(written).containsAll(hook.accepted());
            assertThat(AlertLog.revisions(hook.accepted())).isEqualTo(AlertLog.revisions(written));
            assertThat(doubles).isLessThan(ALERTS / 10);
        }
    }

    private static List<String> write(Path data) {
        try (DataFolder opened = DataFolder.open(data);
                EmbeddedBroker broker = EmbeddedBroker.start(opened.broker(), 0);
                RegistryServer registry = RegistryServer.start(broker.bootstrapServers(), 0)) {
            Map<String, Object> clients =
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
            AlertLog.provision(clients);
            return AlertLog.write(clients, ALERTS, STORIES);
        }
    }
}
