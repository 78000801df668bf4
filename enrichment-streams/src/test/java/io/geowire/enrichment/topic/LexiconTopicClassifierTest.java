package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTopicClassifierTest {
    private static final LexiconTopicClassifier CLASSIFIER =
            new LexiconTopicClassifier(TopicLexicon.parse("test", """
            licence: CC0
            unrelated 0.6: coach
            cancel: trade deadline
            topic: trade
            is: goods
            is-not: players
            iptc: medtop:20000373 medtop:20000384
            threshold: 0.1
            0.8: tariff+, trade war
            0.5: trade, goods
            topic: law
            is: courts
            is-not: tennis
            iptc: medtop:20000107
            threshold: 0.1
            0.8: court
            0.8: tariff+
            cancel: centre court
            """.lines().toList()));

    private static double score(NewsText text) {
        return CLASSIFIER.classify(text).stream()
                .filter(label -> label.id().equals("trade"))
                .mapToDouble(TopicLabel::score)
                .findFirst()
                .orElse(0);
    }

    private static double score(String title) {
        return score(NewsText.headline(title));
    }

    @Test
    void saysWhatItIsAboutAndWhy() {
        NewsText text = new NewsText("Trade in goods falls", "A “court” in Rome lifts the tariff.");
        List<TopicLabel> labels = CLASSIFIER.classify(text);
        assertThat(labels).extracting(TopicLabel::id).containsExactly("trade", "law");
        assertThat(labels.get(0).iptc()).containsExactly("medtop:20000373", "medtop:20000384");
        assertThat(labels.get(0).evidence())
                .containsExactly(
                        new Span(TextField.TITLE, 0, 5, "Trade"),
                        new Span(TextField.TITLE, 9, 14, "goods"),
                        new Span(TextField.BODY, 28, 34, "tariff"));
    }

    @Test
    void saysNothingWithoutAPhrase() {
        assertThat(CLASSIFIER.classify(new NewsText("", null))).isEmpty();
        assertThat(CLASSIFIER.classify(new NewsText("Rain in Rome", "And in Oslo.")))
                .isEmpty();
    }

    @Test
    void ordersEqualScoresById() {
        assertThat(CLASSIFIER.classify(NewsText.headline("Tariff up")))
                .extracting(TopicLabel::id)
                .containsExactly("law", "trade");
    }

    @Test
    void scoresTheTitleAboveTheLeadAndTheLeadAboveTheRest() {
        String filler = "word ".repeat(LexiconTopicClassifier.LEAD_WORDS);
        assertThat(score("The tariff")).isCloseTo(0.8, within(1e-9));
        assertThat(score(new NewsText("News", "The tariff"))).isCloseTo(0.4, within(1e-9));
        assertThat(score(new NewsText("News", filler + "the tariff"))).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void combinesPhrasesToAScoreBelowOne() {
        assertThat(score("Tariff and goods")).isCloseTo(0.9, within(1e-9));
        assertThat(score("Tariff, tariffs, goods and trade war")).isLessThan(1);
    }

    @Test
    void countsAPhraseOnceAtItsStrongestPlace() {
        assertThat(score(new NewsText("Tariff, tariff", "Tariff"))).isEqualTo(score("Tariff"));
    }

    @Test
    void countsAWordForTheStrongestPhraseOnly() {
        assertThat(score("Trade war")).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void passesOverCancelledWords() {
        assertThat(score("Trade deadline")).isZero();
        assertThat(score("Trade deadline, then trade")).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void cancelsForOneTopicOnly() {
        assertThat(CLASSIFIER.classify(NewsText.headline("Tariff on centre court")))
                .extracting(TopicLabel::id, TopicLabel::score)
                .extracting(Object::toString)
                .containsExactly("(\"law\", 0.8)", "(\"trade\", 0.8)");
    }

    @Test
    void lowersTheScoreByUnrelatedPhrases() {
        assertThat(score("Coach on tariff")).isCloseTo(0.8 * 0.4, within(1e-9));
    }

    @Test
    void readsALongTextWithManyPhrases() {
        NewsText text = new NewsText("Goods", "Trade and tariff, goods of the court. ".repeat(20_000));
        assertThat(CLASSIFIER.classify(text)).extracting(TopicLabel::id).containsExactly("trade", "law");
    }

    @Test
    void givesTheSameFromManyThreads() {
        List<TopicLabel> expected = CLASSIFIER.classify(NewsText.headline("Court on tariff"));
        assertThat(IntStream.range(0, 2_000)
                        .parallel()
                        .mapToObj(i -> CLASSIFIER.classify(NewsText.headline("Court on tariff"))))
                .allMatch(expected::equals);
    }
}
