package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.WordEncoder;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.topic.TopicLabel;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicFiguresTest {
    private static List<Figure> measure(String... lines) throws IOException {
        return new TopicFigures(new WordEncoder(), text -> law(text.text()))
                .measure(LabelledNews.read("gold", new StringReader(String.join("\n", lines))));
    }

    /** Takes each "court" for law. */
    private static List<TopicLabel> law(NewsText text) {
        int at = text.title().indexOf("court");
        return at < 0
                ? List.of()
                : List.of(new TopicLabel("law", List.of(), 0.9, List.of(text.span(TextField.TITLE, at, at + 5))));
    }

    @Test
    void measuresAllLabelsEachTopicAndItemsOfNone() throws IOException {
        assertThat(measure(
                        "{\"title\":\"court rules\",\"topics\":[\"law\",\"trade\"]}",
                        "{\"title\":\"tennis court\",\"topics\":[]}",
                        "{\"title\":\"rain\",\"topics\":[]}"))
                .containsExactly(
                        Figure.of("labels", "all", new Counts(1, 1, 1)),
                        new Figure("mean of topics", "all", 2, Map.of("f1", 1.0 / 3)),
                        Figure.of("labels", "law", new Counts(1, 1, 0)),
                        Figure.of("labels", "trade", new Counts(0, 0, 1)),
                        new Figure("items of no topic", "all", 2, Map.of("labelled", 0.5)));
    }

    @Test
    void itemsWithoutTheFieldAreNotMeasured() throws IOException {
        assertThat(measure("{\"title\":\"court rules\"}")).isEmpty();
        assertThat(measure()).isEmpty();
    }
}
