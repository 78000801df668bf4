package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityEvaluationTest {
    private static final String TABLE = """
            Q1\tPERSON\tSergei Lavrov\tLavrov\t\tRU\t
            Q2\tLOCATION\tOslo\t\t\tNO\t
            """;

    /** Takes each "Lavrov" in the title for a person and each "Oslo" for a person too. */
    private static List<LinkedEntity> recognize(NewsText text) {
        List<LinkedEntity> entities = new ArrayList<>();
        Map.of("lavrov", "Q1", "oslo", "local:oslo").forEach((word, id) -> {
            int at = text.title().toLowerCase(java.util.Locale.ROOT).indexOf(word);
            if (at >= 0) {
                Span span = text.span(TextField.TITLE, at, at + word.length());
                entities.add(new LinkedEntity(id, word, EntityType.PERSON, List.of(), List.of(span), 0));
            }
        });
        return entities;
    }

    private static List<Figure> measure(String... lines) throws IOException {
        EntityRecognizer recognizer = EntityEvaluationTest::recognize;
        EntityTable table = EntityTable.read("table", new StringReader(TABLE));
        return new EntityEvaluation(recognizer, table, word -> false)
                .measure(LabelledNews.read("gold", new StringReader(String.join("\n", lines))));
    }

    private static String mention(String field, int start, int end, String type, String name) {
        return "{\"field\":\"%s\",\"start\":%d,\"end\":%d,\"type\":\"%s\",\"name\":\"%s\"}"
                .formatted(field, start, end, type, name);
    }

    private static final String ITEM = "{\"title\":\"Lavrov in Oslo\",\"body\":\"Rain in Bergen.\",\"entities\":["
            + mention("title", 0, 6, "PERSON", "Sergei Lavrov") + ","
            + mention("title", 10, 14, "LOCATION", "Oslo") + ","
            + mention("body", 8, 14, "LOCATION", "Bergen") + "]}";

    @Test
    void countsAMentionOfAnotherTypeAsSpuriousAndAsMissed() throws IOException {
        assertThat(measure(ITEM))
                .contains(
                        Figure.of("headlines as given", "all", new Counts(1, 1, 1)),
                        Figure.of("headlines as given", "PERSON", new Counts(1, 1, 0)),
                        Figure.of("headlines as given", "LOCATION", new Counts(0, 0, 1)),
                        Figure.of("bodies", "all", new Counts(0, 0, 1)));
    }

    @Test
    void measuresHeadlinesInEveryCase() throws IOException {
        assertThat(measure(ITEM).stream()
                        .filter(figure -> figure.label().equals("all"))
                        .map(Figure::of))
                .containsExactly(
                        "bodies",
                        "headlines as given",
                        "headlines in title case",
                        "headlines in sentence case",
                        "headlines in capitals",
                        "links");
    }

    @Test
    void measuresLinksOfRightMentionsOfKnownNames() throws IOException {
        assertThat(measure(ITEM)).contains(new Figure("links", "all", 1, Map.of("accuracy", 1.0)));
    }

    @Test
    void takesTheIdOfTheLabelBeforeThatOfTheTable() throws IOException {
        String item = ITEM.replace("\"name\":\"Sergei Lavrov\"", "\"name\":\"Sergei Lavrov\",\"id\":\"Q99\"");
        assertThat(measure(item)).contains(new Figure("links", "all", 1, Map.of("accuracy", 0.0)));
    }

    @Test
    void leavesOutWhatIsNotLabelled() throws IOException {
        assertThat(measure("{\"title\":\"Lavrov in Oslo\"}")).isEmpty();
        assertThat(measure("{\"title\":\"Lavrov in Oslo\",\"entities\":[]}"))
                .contains(Figure.of("headlines as given", "all", new Counts(0, 2, 0)));
    }
}
