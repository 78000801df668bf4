package io.geowire.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.TextField;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void articleIsShownWithEntitiesTopicsEvidenceAndRelatedHeadlines() {
        assertThat(print(List.of(Samples.enriched("Lavrov meets Rubio")), List.of()))
                .contains("2026-02-06 10:00  Example Wire\nLavrov meets Rubio\n")
                .contains("Sergei Lavrov (person)")
                .contains("0.91  diplomacy  “meets”")
                .contains("0.52  Another headline  same event")
                .contains("1 article in 1 story, no alerts");
    }

    @Test
    void matchedWordsAreMarkedInTheirSentenceOnceEach() {
        Alert alert = Samples.alert(
                "Keep the New START limits of New START.",
                100,
                List.of(
                        Samples.span(TextField.BODY, 109, "New START"),
                        Samples.span(TextField.BODY, 129, "New START")));

        assertThat(print(List.of(), List.of(alert))).containsOnlyOnce("Keep the [New START] limits of [New START].");
    }

    @Test
    void overlappingMatchesAreMarkedAsOne() {
        Alert alert = Samples.alert(
                "The frozen Russian assets.",
                0,
                List.of(
                        Samples.span(TextField.BODY, 4, "frozen Russian assets"),
                        Samples.span(TextField.BODY, 11, "Russian assets")));

        assertThat(print(List.of(), List.of(alert))).contains("The [frozen Russian assets].");
    }

    @Test
    void matchThatASentenceCutShortNoLongerHoldsIsNotMarked() {
        Alert alert = Samples.alert("Short.", 0, List.of(Samples.span(TextField.BODY, 400, "New START")));

        assertThat(print(List.of(), List.of(alert))).contains("Short.").doesNotContain("[");
    }

    @Test
    void controlCharactersOfTheInputDoNotReachTheTerminal() {
        assertThat(print(List.of(Samples.enriched("Red \u001b[31malert\u0007 \u202eevil")), List.of()))
                .doesNotContain("\u001b")
                .doesNotContain("\u0007")
                .doesNotContain("\u202e")
                .contains("Red \\u001b[31malert\\u0007 \\u202eevil");
    }

    private static String print(List<EnrichedArticle> articles, List<Alert> alerts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        articles.forEach(report::enriched);
        alerts.forEach(report::alert);
        report.end();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
