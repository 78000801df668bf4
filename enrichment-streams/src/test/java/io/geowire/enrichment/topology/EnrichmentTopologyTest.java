package io.geowire.enrichment.topology;

import static io.geowire.enrichment.topology.Pipeline.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.EnrichedArticle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichmentTopologyTest {
    private static final String GOMA = "M23 rebels claim Goma as thousands flee toward Rwanda border";
    private static final String GOMA_AGAIN = "Thousands flee Goma after M23 rebels claim Congo's border city";
    private static final String CUBA = "Havana power grid collapses again, plunging Cuba into darkness";

    @TempDir
    Path stateDir;

    private Pipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = new Pipeline(stateDir);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    @Test
    void aLoneArticleIsPublishedOnceWithoutRelatives() {
        List<EnrichedArticle> published = pipeline.send("a", CUBA, NOON);

        assertThat(published).hasSize(1);
        EnrichedArticle only = published.get(0);
        assertThat(only.getRevision()).isEqualTo(1);
        assertThat(only.getComplete()).isTrue();
        assertThat(only.getRelated()).isEmpty();
        assertThat(only.getStoryId()).isEqualTo("a");
        assertThat(only.getDuplicateOf()).isNull();
    }

    @Test
    void relatedArticlesFindEachOtherInEitherOrderOfArrival() {
        pipeline.send("late", GOMA_AGAIN, NOON.plus(Duration.ofHours(2)));
        pipeline.send("early", GOMA, NOON);
        pipeline.send("other", CUBA, NOON);

        assertThat(pipeline.related("early")).containsExactly("late");
        assertThat(pipeline.related("late")).containsExactly("early");
        assertThat(pipeline.related("other")).isEmpty();
        assertThat(pipeline.latest("late").getStoryId()).isEqualTo("early");
        assertThat(pipeline.latest("late").getRevision()).isEqualTo(2);
        assertThat(pipeline.latest("early").getRevision()).isEqualTo(1);
    }
}
