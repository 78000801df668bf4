package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.topic.TopicModel.Linear;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserTopicsTest {
    private static final String MINE = """
            topic: chip-exports
            is: Who may buy chips.
            example: Nvidia may sell chips to China again
            0.9: export controls .. chip+, @state chip|chips ban
            topic: shipping
            example: Freighters wait off Rotterdam
            """;

    /** Texts with one of these words point its way. */
    private static final TextEncoder ENCODER = text -> {
        float[] vector = {0.1f, 0, 0, 0};
        List<String> words = List.of("Nvidia", "Freighters", "Harbour");
        for (int i = 0; i < words.size(); i++) {
            vector[i + 1] = text.contains(words.get(i)) ? 1 : 0;
        }
        return TextVector.of(vector);
    };

    private static TopicLexicon with(String text) {
        return TopicLexicon.shipped().with("mine.txt", text.lines().toList());
    }

    /** A model that knows the shipped topics and never gives one. */
    private static TopicModel silent() {
        List<String> topics =
                TopicLexicon.shipped().topics().stream().map(Topic::id).toList();
        Linear never = new Linear(0.5f, -9, new float[topics.size() + 5], 0, new byte[TopicFeatures.BUCKETS]);
        return new TopicModel(
                topics,
                4,
                0.5,
                Stream.generate(() -> never).limit(topics.size() + 1).toList());
    }

    private static List<TopicLabel> classify(String title) {
        TopicClassifier classifier = new TrainedTopicClassifier(with(MINE), silent(), ENCODER);
        return classifier.classify(EncodedText.of(NewsText.headline(title), ENCODER));
    }

    @Test
    void givesALabelByItsPhrases() {
        assertThat(classify("Iran chip ban bites")).singleElement().satisfies(label -> {
            assertThat(label.id()).isEqualTo("chip-exports");
            assertThat(label.iptc()).isEmpty();
            assertThat(label.evidence()).extracting(Span::text).containsExactly("Iran chip ban");
        });
    }

    @Test
    void givesALabelByLikenessToAnExample() {
        assertThat(classify("Freighters queue at the Maas")).singleElement().satisfies(label -> {
            assertThat(label.id()).isEqualTo("shipping");
            assertThat(label.evidence()).extracting(Span::text).containsExactly("Freighters queue at the Maas");
        });
    }

    @Test
    void givesNoneToWhatIsLikeNoExample() {
        assertThat(classify("Harbour lights")).isEmpty();
        assertThat(classify("")).isEmpty();
    }

    @Test
    void keepsTheShippedTopicsFirst() {
        assertThat(with(MINE).topics()).extracting(Topic::id).hasSize(20).endsWith("chip-exports", "shipping");
        assertThat(TopicLexicon.shipped().topics()).hasSize(18);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "topic: shipping;           topic: trade;           5; topic trade is there already",
                "topic: shipping;           topic: Ships;           5; not a topic's id: 'Ships'",
                "topic: shipping;           unrelated 0.5: ships;   5; 'unrelated 0.5' speaks of every topic: not in a file that adds topics",
                "example: Freighters wait off Rotterdam; example: … —; 6; an example without words: '… —'",
                "@state chip|chips ban;     @lands ban;             4; unknown class @lands",
                "topic: chip-exports;       cancel: chips;          1; 'cancel' speaks of every topic: not in a file that adds topics",
                "is: Who may buy chips.;    iptc: chips;            2; not an IPTC code: 'chips'"
            })
    void namesLineAndReasonOfAFault(String good, String bad, int line, String reason) {
        assertThatThrownBy(() -> with(MINE.replace(good, bad)))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("mine.txt:" + line + ": " + reason);
    }

    @Test
    void namesEveryFault() {
        List<String> lines = new ArrayList<>(MINE.lines().toList());
        lines.add("topic: idle");
        lines.add("is: Nothing to find it by.");
        lines.set(2, "sample: Nvidia");
        assertThatThrownBy(() -> TopicLexicon.shipped().with("mine.txt", lines)).hasMessage("""
                        mine.txt:3: unknown key 'sample'
                        mine.txt:7: topic idle needs a phrase or an example""".stripTrailing());
    }

    @Test
    void refusesAFileWithoutTopics() {
        assertThatThrownBy(() -> with("# nothing")).hasMessage("mine.txt:1: no topic");
    }

    @Test
    void refusesAModelForOtherTopics() {
        TopicModel other = new TopicModel(List.of(), 4, 0.5, silent().outputs().subList(0, 1));
        assertThat(new TrainedTopicClassifier(with(MINE), other, ENCODER)).isNotNull();
        TopicModel wrong =
                new TopicModel(List.of("trade"), 4, 0.5, silent().outputs().subList(0, 2));
        assertThatThrownBy(() -> new TrainedTopicClassifier(with(MINE), wrong, ENCODER))
                .hasMessageStartingWith("the model is for the topics [trade], not [diplomacy,");
    }
}
