package io.geowire.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.TextField;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TickerTest {
    private static final String HOSTILE = "Red \u001b[31malert\u0007 \u202eevil\r\u0090";

    @Test
    void articleIsShownWithWhereItComesFromAndTheBeginOfItsText() {
        Article article = Article.newBuilder(
                        Samples.enriched("Lavrov meets Rubio").getArticle())
                .setByline("By Ann Example")
                .setUrl("https://example.org/1")
                .setBody("One.\n\nTwo. " + "🕊".repeat(300))
                .setBackfill(true)
                .build();

        assertThat(print(sink -> sink.article(article))).isEqualTo("""
                2026-02-06 10:00  Example Wire  back-fill
                Lavrov meets Rubio
                  by        By Ann Example
                  url       https://example.org/1
                  text      One. Two. %s…

                """.formatted("🕊".repeat(190)));
    }

    @Test
    void laterRevisionSaysThatItIsOne() {
        EnrichedArticle second = Samples.enriched("Lavrov meets Rubio");
        EnrichedArticle first =
                EnrichedArticle.newBuilder(second).setRevision(1).build();

        assertThat(print(sink -> sink.enriched(second))).startsWith("2026-02-06 10:00  Example Wire  revision 2\n");
        assertThat(print(sink -> sink.enriched(first))).startsWith("2026-02-06 10:00  Example Wire\n");
    }

    @Test
    void alertSaysWhenAndWhetherItIsAnUpdateOrOldNews() {
        Alert raised = Samples.alert("About New START.", 0, List.of(Samples.span(TextField.BODY, 6, "New START")));
        Alert updated =
                Alert.newBuilder(raised).setRevision(2).setBackfill(true).build();

        assertThat(print(sink -> sink.alert(raised)))
                .startsWith("high      New START  2026-02-06 10:00\n")
                .contains("About [New START].");
        assertThat(print(sink -> sink.alert(updated)))
                .startsWith("high      New START  2026-02-06 10:00, revision 2, back-fill\n");
    }

    @Test
    void eachIsPrintedAtOnceAndNothingElseAtTheEnd() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Ticker ticker = new Ticker(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        ticker.enriched(Samples.enriched("Lavrov meets Rubio"));
        int printed = bytes.size();
        ticker.end();

        assertThat(printed).isPositive();
        assertThat(bytes.size()).isEqualTo(printed);
    }

    @Test
    void nothingThatComesFromOutsideActsUponTheTerminal() {
        EnrichedArticle enriched = Samples.enriched(HOSTILE);
        enriched = EnrichedArticle.newBuilder(enriched)
                .setArticle(Article.newBuilder(enriched.getArticle())
                        .setSource(HOSTILE)
                        .setByline(HOSTILE)
                        .setUrl(HOSTILE)
                        .setBody(HOSTILE)
                        .build())
                .setTopics(enriched.getTopics().stream()
                        .map(topic -> io.geowire.events.Topic.newBuilder(topic)
                                .setId(HOSTILE)
                                .build())
                        .toList())
                .setDuplicateOf(HOSTILE)
                .build();
        EnrichedArticle hostile = enriched;
        Alert alert = Alert.newBuilder(
                        Samples.alert(HOSTILE, 0, List.of(Samples.span(TextField.BODY, 4, "\u001b[31m"))))
                .setWatchName(HOSTILE)
                .setSource(HOSTILE)
                .setTitle(HOSTILE)
                .setSources(List.of(HOSTILE, "other"))
                .setArticleCount(2)
                .build();

        String printed = print(sink -> {
            sink.article(hostile.getArticle());
            sink.enriched(hostile);
            sink.alert(alert);
        });

        assertThat(printed.chars()).noneMatch(c -> (Character.isISOControl(c) && c != '\n') || c == '\u202e');
        assertThat(printed).contains("Red \\u001b[31malert\\u0007 \\u202eevil\\u000d\\u0090");
    }

    private static String print(Consumer<RecordSink> what) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RecordSink sink = new Ticker(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        what.accept(sink);
        sink.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
