package io.geowire.alerts.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.Samples;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words in bold are exactly those that matched. */
class HighlightTest {
    private static final Pattern BOLD = Pattern.compile("\\*([^*]*)\\*");
    private static final String[] WORDS = {
        "war", "🌍", "*bold*", "_it_", "<!here>", "&amp;", "שלום", "`x`", "New START", "a~b~", "[x](http://y)", ":fire:"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyWordsInAnySentence(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            List<String> matched = new ArrayList<>();
            List<TextSpan> spans = new ArrayList<>();
            int offset = random.nextInt(1_000);
            for (int word = 1 + random.nextInt(12); word > 0; word--) {
                String next = WORDS[random.nextInt(WORDS.length)];
                if (random.nextInt(3) == 0) {
                    int start = offset + text.length();
                    spans.add(new TextSpan(TextField.BODY, start, start + next.length(), next));
                    matched.add(next);
                }
                text.append(next).append(random.nextInt(4) == 0 ? ", " : " ");
            }
            String sentence = text.toString().strip();
            Alert alert = Samples.alert()
                    .setMatches(spans.stream()
                            .map(span -> new Match(span, "clause", sentence, offset))
                            .toList())
                    .build();

            assertThat(boldInTeams(alert)).as("seed %d: %s", seed, sentence).isEqualTo(matched);
            assertThat(boldInSlack(alert))
                    .as("seed %d: %s", seed, sentence)
                    .isEqualTo(matched.stream().map(SlackText::plain).toList());
        }
    }

    @Test
    void overlappingMatchesAreOneStretch() {
        Alert alert = Samples.headline("frozen assets of Russia", "frozen assets", "assets of", "Russia")
                .build();

        assertThat(boldInTeams(alert)).containsExactly("frozen assets of", "Russia");
        assertThat(boldInSlack(alert)).containsExactly("frozen assets of", "Russia");
    }

    @Test
    void aSentenceIsShownOnceHoweverManyWordsInItMatched() {
        Alert alert = Samples.headline("war and war again", "war", "again").build();

        assertThat(Passages.of(alert)).hasSize(1);
    }

    @Test
    void aMatchWhoseWordsAreNotWhereItSaysIsNotBold() {
        Match astray = new Match(new TextSpan(TextField.TITLE, 3, 6, "war"), "war", "war and peace", 0);

        assertThat(boldInTeams(Samples.alert().setMatches(List.of(astray)).build()))
                .isEmpty();
    }

    @Test
    void aLongSentenceIsCutAroundTheWords() {
        String sentence = "before ".repeat(3_000) + "NATO " + "after ".repeat(3_000);
        Alert alert = Samples.alert()
                .setMatches(List.of(Samples.match(TextField.BODY, "x. " + sentence, sentence, "NATO")))
                .build();

        assertThat(boldInTeams(alert)).containsExactly("NATO");
        assertThat(boldInSlack(alert)).containsExactly("NATO");
        JsonNode match =
                body(Format.STANDARD_WEBHOOKS, alert).get("data").get("matches").get(0);
        int from = match.get("start").asInt() - match.get("sentenceStart").asInt();
        assertThat(match.get("sentence").asText())
                .satisfies(sentenceShown ->
                        assertThat(sentenceShown.startsWith("NATO", from)).isTrue());
    }

    private static List<String> boldInTeams(Alert alert) {
        return body(Format.TEAMS, alert).findParents("weight").stream()
                .map(run -> run.get("text").asText())
                .toList();
    }

    /** The first block is the title, the second the details. */
    private static List<String> boldInSlack(Alert alert) {
        JsonNode blocks = body(Format.SLACK, alert).get("blocks");
        List<String> bold = new ArrayList<>();
        for (int i = 2; i < blocks.size(); i++) {
            if (blocks.get(i).get("type").asText().equals("section")) {
                bold.addAll(BOLD.matcher(blocks.get(i).get("text").get("text").asText())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .collect(Collectors.toList()));
            }
        }
        return bold;
    }

    private static JsonNode body(Format format, Alert alert) {
        return BodySchemas.read(Messages.render(Samples.receiver(format), alert).text());
    }
}
