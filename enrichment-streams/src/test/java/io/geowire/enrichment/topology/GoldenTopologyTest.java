package io.geowire.enrichment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** No operator, store or topic changes by accident: that would lose state. A wanted change replaces the file. */
class GoldenTopologyTest {
    @Test
    void theTopologyIsAsDescribed() throws IOException {
        EnrichmentTopology topology = new EnrichmentTopology(
                Pipeline.ANALYST,
                new LogisticScorer(PairModel.shipped()),
                Pipeline.LIMITS,
                4,
                Map.of("schema.registry.url", "mock://golden"),
                NoMetrics.NONE);

        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("topology.txt"))) {
            assertThat(topology.get().describe().toString().stripTrailing())
                    .isEqualToNormalizingNewlines(
                            new String(golden.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        }
    }
}
