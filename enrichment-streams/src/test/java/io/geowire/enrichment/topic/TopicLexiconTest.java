package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.enrichment.topic.LexiconException.Fault;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicLexiconTest {
    private static final String GOOD = """
            # A lexicon.
            licence: CC0
            @state: iran oman
            unrelated 0.8: recipe+
            cancel: trade deadline

            topic: trade
            is: Goods across borders.
            is-not: Players who change clubs.
            iptc: medtop:20000373 medtop:20000384
            threshold: 0.6
            0.9: tariff+, @state trade
            cancel: tariff for calls
            """;

    private static TopicLexicon parse(String text) {
        return TopicLexicon.parse("my.txt", text.lines().toList());
    }

    @Test
    void readsTopicsAndPhrases() {
        TopicLexicon lexicon = parse(GOOD);
        assertThat(lexicon.topics())
                .containsExactly(new Topic(
                        "trade",
                        "Goods across borders.",
                        "Players who change clubs.",
                        List.of(),
                        List.of("medtop:20000373", "medtop:20000384"),
                        0.6));
        assertThat(lexicon.rules())
                .extracting(
                        Rule::effect,
                        Rule::topic,
                        Rule::weight,
                        rule -> rule.phrase().source(),
                        Rule::line)
                .extracting(Object::toString)
                .containsExactly(
                        "(UNRELATED, null, 0.8, \"recipe+\", 4)",
                        "(CANCELS, null, 0.0, \"trade deadline\", 5)",
                        "(SUPPORTS, \"trade\", 0.9, \"tariff+\", 12)",
                        "(SUPPORTS, \"trade\", 0.9, \"@state trade\", 12)",
                        "(CANCELS, \"trade\", 0.0, \"tariff for calls\", 13)");
    }

    @Test
    void takesHalfAsThresholdUnlessTold() {
        assertThat(parse(GOOD.replace("threshold: 0.6\n", "")).topics().get(0).threshold())
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.9: tariff+, @state trade; tariffs;        12; neither a comment nor 'key: value'",
                "0.9: tariff+, @state trade; 0.9:;           12; nothing after '0.9:'",
                "0.9: tariff+, @state trade; 1.0: tariff;    12; not above 0 and below 1, with at most two decimals: '1.0'",
                "0.9: tariff+, @state trade; 0.00: tariff;   12; not above 0 and below 1, with at most two decimals: '0.00'",
                "0.9: tariff+, @state trade; 0.955: tariff;  12; not above 0 and below 1, with at most two decimals: '0.955'",
                "0.9: tariff+, @state trade; 0.9: tariff, ;  12; an empty phrase between commas",
                "0.9: tariff+, @state trade; 0.9: a, A;      12; the phrase is there already: A",
                "0.9: tariff+, @state trade; 0.9: @land;     12; unknown class @land",
                "0.9: tariff+, @state trade; 0.9: ab*;       12; fewer than 3 letters before the asterisk: ab*",
                "0.9: tariff+, @state trade; 0.9: cease-fire; 12; not one word: 'cease-fire'",
                "0.9: tariff+, @state trade; 0.9: women's;   12; not one word: 'women's'",
                "0.9: tariff+, @state trade; 0.9: a||b;      12; not one word: ''",
                "0.9: tariff+, @state trade; 0.9: .. tariff; 12; a gap must stand between two words: .. tariff",
                "0.9: tariff+, @state trade; 0.9: tariff ...; 12; a gap must stand between two words: tariff ...",
                "0.9: tariff+, @state trade; 0.9: a .. b .. c .. d; 12; more than 2 gaps: a .. b .. c .. d",
                "0.9: tariff+, @state trade; 0.9: a b c d e f g h i; 12; more than 8 words: a b c d e f g h i",
                "topic: trade;               topic: Trade;   7;  not a topic's id: 'Trade'",
                "iptc: medtop:20000373;      iptc: 20000373; 10; not an IPTC code: '20000373'",
                "is: Goods;                  was: Goods;     8;  unknown key 'was'",
                "unrelated 0.8;              unrelated 8;    4;  not above 0 and below 1, with at most two decimals: '8'",
                "licence: CC0;               # none;         1;  no licence"
            })
    void namesLineAndReasonOfAFault(String good, String bad, int line, String reason) {
        assertThatThrownBy(() -> parse(GOOD.replace(good, bad)))
                .isInstanceOf(LexiconException.class)
                .hasMessageContaining("my.txt:" + line + ": " + reason)
                .extracting(e -> ((LexiconException) e).faults(), InstanceOfAssertFactories.list(Fault.class))
                .contains(new Fault(line, reason));
    }

    @Test
    void namesEveryFaultByLine() {
        assertThatThrownBy(() -> parse(GOOD.replace("licence: CC0", "licence:")
                        .replace("recipe+", "re*, .. b")
                        .replace("iptc: medtop:20000373 medtop:20000384\n", "iptc: medtop:1\n")))
                .hasMessage("""
                        my.txt:1: no licence
                        my.txt:2: nothing after 'licence:'
                        my.txt:4: fewer than 3 letters before the asterisk: re*
                        my.txt:4: a gap must stand between two words: .. b
                        my.txt:7: topic trade needs 'is', 'is-not', 'iptc' and a phrase
                        my.txt:10: not an IPTC code: 'medtop:1'""".stripTrailing());
    }

    @Test
    void refusesWhatStandsBeforeTheFirstTopic() {
        assertThatThrownBy(() -> parse("licence: CC0\n0.9: tariff"))
                .hasMessage("my.txt:2: '0.9' before the first topic\nmy.txt:2: no topic");
    }

    @Test
    void refusesATopicGivenTwice() {
        assertThatThrownBy(() -> parse(GOOD + "topic: trade\n"))
                .hasMessageContaining("my.txt:14: topic trade is there already");
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> parse("")).hasMessage("my.txt:1: no licence\nmy.txt:1: no topic");
    }

    @Test
    void shipsTheEighteenTopics() {
        assertThat(TopicLexicon.shipped().topics())
                .extracting(Topic::id)
                .containsExactly(
                        "diplomacy",
                        "peace-process",
                        "armed-conflict",
                        "defence",
                        "arms-trade",
                        "arms-control",
                        "sanctions",
                        "territory",
                        "terrorism",
                        "espionage-cyber",
                        "elections",
                        "government",
                        "law",
                        "human-rights",
                        "humanitarian",
                        "trade",
                        "energy",
                        "environment");
    }
}
