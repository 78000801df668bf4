package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds what was measured; docs/entities.md has the figures. A floor stands a point or two under its figure. */
class MeasureTest {
    private static final TableRecognizer RECOGNIZER = TableRecognizer.load();

    private static Measure measure(List<String> files) {
        return Measure.of(RECOGNIZER, LabelledNews.read(files));
    }

    @Test
    void holdsTheFloorOnNewsThatTheRulesWereWrittenBy() {
        Measure seen = measure(LabelledNews.SEEN);
        assertThat(seen.f1("body")).isGreaterThan(0.95);
        assertThat(seen.f1("headline")).isGreaterThan(0.93);
        assertThat(seen.linking()).isGreaterThan(0.985);
    }

    @Test
    void holdsTheFloorOnUnseenNews() {
        Measure unseen = measure(LabelledNews.UNSEEN);
        assertThat(unseen.f1("body")).isGreaterThan(0.90);
        assertThat(unseen.f1("headline sentence")).isGreaterThan(0.88);
        assertThat(unseen.f1("headline title")).isGreaterThan(0.84);
        assertThat(unseen.linking()).isGreaterThan(0.985);
    }
}
