package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.WordEncoder;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelatedFiguresTest {
    private static final String GRID = "Havana power grid collapses again, plunging Cuba into darkness";

    private static List<Figure> measure(String... lines) throws IOException {
        return new RelatedFigures(
                        new WordEncoder(),
                        text -> List.of(),
                        Fingerprinter.shipped(),
                        new LogisticScorer(PairModel.shipped()))
                .measure(LabelledNews.read("gold", new StringReader(String.join("\n", lines))));
    }

    private static String item(String id, int hour, String title, String labels) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"%s\",\"publishedAt\":\"2026-02-06T%02d:00:00Z\",\"title\":\"%s\"%s}",
                id,
                hour,
                title,
                labels);
    }

    @Test
    void measuresPairsCopiesAndStories() throws IOException {
        List<Figure> figures = measure(
                item("a", 8, GRID, ",\"story\":\"grid\""),
                item("b", 9, GRID + " - officials", ",\"story\":\"grid\",\"duplicateOf\":\"a\""),
                item("c", 9, "Glacier retreats faster, survey finds", ",\"story\":\"grid\""),
                item("d", 9, "Snow monsters draw skiers to Zao", ""));
        assertThat(figures)
                .contains(
                        Figure.of("pairs", "same event", new Counts(1, 0, 2)),
                        Figure.of("pairs", "any relation", new Counts(1, 0, 2)),
                        Figure.of("pairs", "copies", new Counts(1, 0, 0)));
        assertThat(figures.get(figures.size() - 1).values())
                .containsEntry("precision", 1.0)
                .containsEntry("recall", (2 * 2.0 / 3 + 1.0 / 3 + 1) / 4);
    }

    @Test
    void pairsMoreThanThreeDaysApartDoNotCount() throws IOException {
        assertThat(
                        measure(
                                "{\"id\":\"a\",\"publishedAt\":\"-999999999-01-01T00:00:00Z\",\"title\":\"x\",\"story\":\"s\"}",
                                "{\"id\":\"b\",\"publishedAt\":\"+999999999-12-31T23:59:59Z\",\"title\":\"x\",\"story\":\"s\"}"))
                .contains(
                        Figure.of("pairs", "same event", Counts.NONE),
                        new Figure("pairs at a block key", "same event", 0, Map.of("recall", 1.0)));
    }

    @Test
    void newsWithoutRelationsOrWithoutTimesIsNotMeasured() throws IOException {
        assertThat(measure(item("a", 8, GRID, ""))).isEmpty();
        assertThat(measure("{\"title\":\"x\",\"story\":\"s\"}")).isEmpty();
        assertThat(measure()).isEmpty();
    }
}
