package io.geowire.alerts.topology;

import static io.geowire.alerts.topology.TopologyFixture.NOON;
import static io.geowire.alerts.topology.TopologyFixture.headline;
import static io.geowire.alerts.topology.TopologyFixture.sameEvent;
import static io.geowire.alerts.topology.TopologyFixture.watch;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertTopologyTest {
    private static final Instant ELEVEN = NOON.minus(Duration.ofHours(1));

    @TempDir
    Path folder;

    private TopologyFixture topology;

    @BeforeEach
    void open() {
        topology = new TopologyFixture(folder);
    }

    @AfterEach
    void close() {
        topology.close();
    }

    @Test
    void raisesAnAlertThatTellsWhatMatched() {
        topology.putWatch(watch("assets", "\"frozen assets\"~3"));
        topology.put(headline("a", "EU weighs frozen Russian assets"));

        Alert alert = topology.alerts().get(0);
        assertThat(alert.getWatchId()).isEqualTo("assets");
        assertThat(alert.getRevision()).isEqualTo(1);
        assertThat(alert.getArticleId()).isEqualTo("a");
        assertThat(alert.getMatches().get(0).getSpan().getText()).isEqualTo("frozen Russian assets");
    }

    @Test
    void secondReportOfAStoryUpdatesTheAlert() {
        topology.putWatch(watch("assets", "assets"));
        EnrichedArticle first = headline("a", "Assets frozen", ELEVEN);
        EnrichedArticle second = headline("b", "Assets stay frozen", NOON, sameEvent("a", ELEVEN));
        topology.put(first);
        topology.put(second);

        List<Alert> alerts = topology.alerts();
        assertThat(alerts).extracting(Alert::getRevision).containsExactly(1, 2);
        assertThat(alerts).extracting(Alert::getStoryId).containsOnly("a");
        assertThat(alerts.get(1).getArticleIds()).containsExactly("a", "b");
    }
}
