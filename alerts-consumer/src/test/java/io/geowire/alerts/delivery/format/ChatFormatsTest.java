package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Samples;
import io.geowire.events.Alert;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatFormatsTest {
    private static final String INJECTION =
            "<!channel> *b* _i_ ~s~ `c` <https://evil.example|news> [a](https://evil.example) :x:";

    @Test
    void slackShowsTitleWatchSentencesAndRelatedHeadlines() {
        assertThat(slackTexts(Samples.alert()
                        .setArticleCount(3)
                        .setSources(List.of("Example Wire", "Other"))
                        .build()))
                .containsExactly(
                        "*<https://news.example/arms?id=1&amp;lang=en|Moscow offers New START limits for another year>*",
                        "New START treaty · severity high · Example Wire · 2026-02-06T12:00:00Z · 3 reports · 2 sources",
                        "Moscow offers *New START* limits for another year",
                        "A year more of *New START* would do, Lavrov said.",
                        "Related:\n• <https://harbour.example/23|Talks on warheads stall> (Harbour Press)\n"
                                + "• <https://harbour.example/22|Putin: limits may stay> (Harbour Press)");
        assertThat(slack(Samples.alert().build()).get("text").asText())
                .isEqualTo("New START treaty (high): Moscow offers New START limits for another year");
    }

    @Test
    void slackReadsNoMarkupInTexts() {
        Alert alert = Samples.headline(INJECTION, "news")
                .setWatchName(INJECTION)
                .setSource(INJECTION)
                .build();

        String inert =
                "&lt;!channel&gt; ∗b∗ ˍiˍ ∼s∼ ˋcˋ &lt;https://evil.example|news&gt; [a](https://evil.example) ꞉x:";
        assertThat(slackTexts(alert).get(0)).isEqualTo("*<https://news.example/arms?id=1&amp;lang=en|" + inert + ">*");
        assertThat(slackTexts(alert).get(2)).isEqualTo(inert.replace("|news", "|\u200B*news*\u200B"));
        assertThat(slack(alert).toString()).doesNotContain("<!", "<https://evil");
    }

    @Test
    void slackSeesBoldBesideLettersThatAreNoSpace() {
        assertThat(slackTexts(Samples.headline("“NATO”: anti-NATO", "NATO").build())
                        .get(2))
                .isEqualTo("“\u200B*NATO*\u200B”: anti-NATO");
    }

    @Test
    void slackMakesNoQuotationOfALineThatBeginsWithABracket() {
        assertThat(slackTexts(Samples.headline("> 5 killed", "killed").build()).get(2))
                .isEqualTo("› 5 *killed*");
    }

    @Test
    void aTextOfSeveralLinesIsOneLine() {
        assertThat(slackTexts(Samples.headline("a\r\n\tb\u2028c", "c").build()).get(2))
                .isEqualTo("a b *c*");
    }

    @Test
    void aTitleWithoutALinkIsShownWithoutOne() {
        Alert alert = Samples.alert().setUrl("javascript:alert(1)").build();

        assertThat(slackTexts(alert).get(0)).isEqualTo("*Moscow offers New START limits for another year*");
        assertThat(teams(alert).toString()).doesNotContain("javascript");
    }

    @Test
    void teamsShowsTitleWatchSentencesAndRelatedHeadlines() {
        JsonNode card = teams(Samples.alert().build());

        assertThat(paragraphs(card))
                .containsExactly(
                        "Moscow offers New START limits for another year",
                        "New START treaty · severity high · Example Wire · 2026-02-06T12:00:00Z",
                        "Moscow offers New START limits for another year",
                        "A year more of New START would do, Lavrov said.",
                        "Related",
                        "Talks on warheads stall (Harbour Press)",
                        "Putin: limits may stay (Harbour Press)");
        assertThat(card.findValuesAsText("url"))
                .containsExactly(
                        "https://news.example/arms?id=1&lang=en",
                        "https://harbour.example/23",
                        "https://harbour.example/22",
                        "https://news.example/arms?id=1&lang=en");
    }

    /** The reference says of text runs that they do not support Markdown; of text blocks, that they do. */
    @Test
    void teamsHasTextsInRunsOnlyWhichKnowNoMarkdown() {
        JsonNode card = teams(Samples.headline(INJECTION + " {{DATE(2017-02-14T06:08:39Z)}}", "news")
                .build());

        assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock", "FactSet");
        assertThat(paragraphs(card).get(2)).startsWith(INJECTION).doesNotContain("{{");
        assertThat(card.findValuesAsText("url")).doesNotContain("https://evil.example");
    }

    @Test
    void whatWasCutIsSaid() {
        Alert huge = Samples.headline("x ".repeat(30_000), "x").build();

        assertThat(slackTexts(huge)).last().isEqualTo(Headings.CUT);
        assertThat(paragraphs(teams(huge))).last().isEqualTo(Headings.CUT);
        assertThat(slackTexts(Samples.alert().build())).doesNotContain(Headings.CUT);
        assertThat(paragraphs(teams(Samples.alert().build()))).doesNotContain(Headings.CUT);
    }

    private static JsonNode slack(Alert alert) {
        return BodySchemas.read(
                Messages.render(Samples.receiver(Format.SLACK), alert).text());
    }

    private static List<String> slackTexts(Alert alert) {
        return slack(alert).findParents("verbatim").stream()
                .map(text -> text.get("text").asText())
                .toList();
    }

    private static JsonNode teams(Alert alert) {
        return BodySchemas.read(
                        Messages.render(Samples.receiver(Format.TEAMS), alert).text())
                .get("attachments")
                .get(0)
                .get("content");
    }

    private static List<String> paragraphs(JsonNode card) {
        List<String> paragraphs = new ArrayList<>();
        for (JsonNode block : card.get("body")) {
            paragraphs.add(String.join("", block.get("inlines").findValuesAsText("text")));
        }
        return paragraphs;
    }
}
