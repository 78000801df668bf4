package io.geowire.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.AlertsMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No operator, store or repartition changes by accident: state would be lost. */
class TopologyDescriptionTest {
    @Test
    void topologyIsAsDescribed() throws IOException {
        AlertTopology topology = new AlertTopology(
                Limits.DEFAULT, Map.of("schema.registry.url", "mock://described"), AlertsMetrics.NONE);
        try (InputStream golden = TopologyDescriptionTest.class.getResourceAsStream("topology.txt")) {
            assertThat(topology.get().describe().toString())
                    .isEqualToNormalizingNewlines(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
