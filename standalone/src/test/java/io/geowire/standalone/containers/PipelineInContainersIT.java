package io.geowire.standalone.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.standalone.pipeline.Throughput;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.utility.MountableFile;

/** The whole pipeline, each part in a container of its own: sample news in, alerts out. */
@Testcontainers(disabledWithoutDocker = true)
class PipelineInContainersIT {
    private static final Path SEEDS = Path.of("..", "seeds").toAbsolutePath().normalize();

    @Test
    void sampleNewsRaisesTheSampleAlertsAndTheServicesEndInOrder() throws Exception {
        try (Cluster cluster = Cluster.start();
                ServiceContainer enrichment = cluster.service(Service.ENRICHMENT);
                ServiceContainer alerts = cluster.service(Service.ALERTS)
                        .withCopyFileToContainer(
                                MountableFile.forHostPath(SEEDS.resolve("watches.yaml"), 0444), "/watches.yaml")
                        .withEnv("GEOWIRE_ALERTS_WATCHES", "/watches.yaml");
                ServiceContainer ingest = cluster.service(Service.INGEST)
                        .withCopyFileToContainer(MountableFile.forHostPath(SEEDS, 0755), "/seeds")
                        .withCommand("/seeds")
                        .once()) {
            enrichment.start();
            alerts.start();
            ingest.start();
            Map<String, Object> clients = cluster.clients();
            try (Throughput throughput = new Throughput(clients)) {
                await().atMost(Patience.LONG).until(throughput::isComplete);
            }

            assertThat(Topic.records(clients, Topics.ENRICHED, EnrichedArticle.class))
                    .containsOnlyKeys(Topic.keys(clients, Topics.ARTICLES));
            assertThat(Topic.records(clients, Topics.ALERTS, Alert.class).values())
                    .flatExtracting(PipelineInContainersIT::watches)
                    .containsExactlyInAnyOrder(
                            "new-start", "frozen-assets", "taiwan-arms", "iran-nuclear-talks", "greenland-security");
            assertThat(enrichment.terminate()).as("exit status").isEqualTo(ServiceContainer.TERMINATED);
            assertThat(alerts.terminate()).as("exit status").isEqualTo(ServiceContainer.TERMINATED);
        }
    }

    /** The watch of an alert, once however often the alert was updated. */
    private static Collection<String> watches(List<Alert> revisions) {
        return revisions.stream().map(Alert::getWatchId).distinct().toList();
    }
}
