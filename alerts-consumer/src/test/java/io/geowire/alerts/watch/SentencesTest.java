package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            One thing. The oil flows. The end.               | The oil flows.
            oil                                              | oil
            `The oil flows`                                  | The oil flows
            Who? On Jan. 5 Mr. Smith sold oil to the U.S. Navy. He left. | On Jan. 5 Mr. Smith sold oil to the U.S. Navy.
            He left. “The oil flows,” he said. He came.      | “The oil flows,” he said.
            Up 3.5 percent. Crude oil fell 2.25 dollars! So? | Crude oil fell 2.25 dollars!
            """)
    void isTheOneAroundTheWords(String text, String sentence) {
        int start = text.indexOf("oil");

        assertThat(Sentences.around(text, start, start + 3).text()).isEqualTo(sentence);
    }

    @Test
    void endsWithItsParagraph() {
        String text = "A heading without stop\n\nThe oil flows\n\nNext paragraph.";
        int start = text.indexOf("oil");

        assertThat(Sentences.around(text, start, start + 3)).isEqualTo(new Sentence(24, "The oil flows"));
    }

    @Test
    void spansAllSentencesThatTheWordsReachInto() {
        String text = "First. Frozen here. Assets there. Last.";

        assertThat(Sentences.around(text, 7, 26).text()).isEqualTo("Frozen here. Assets there.");
    }

    @Test
    void longOneIsCutBetweenWords() {
        String text = "word ".repeat(1_000) + "oil" + " other".repeat(1_000);
        int start = text.indexOf("oil");

        Sentence sentence = Sentences.around(text, start, start + 3);

        assertThat(sentence.text()).contains(" oil ").startsWith("word ").endsWith(" other");
        assertThat(sentence.text().length()).isBetween(300, Sentences.MAX_LENGTH);
    }

    @Test
    void isAlwaysABoundedPieceOfTheTextThatHoldsTheStartOfTheWords() {
        String[] pieces = {
            "word", " ", ". ", "\n\n", "😀", "U.S. ", "é\u0301", "שלום", "\"", "! ", "x".repeat(500), "\r\n"
        };
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            StringBuilder builder = new StringBuilder("a");
            for (int i = random.nextInt(40); i > 0; i--) {
                builder.append(pieces[random.nextInt(pieces.length)]);
            }
            String text = builder.toString();
            int start = random.nextInt(text.length());
            int end = start + random.nextInt(text.length() - start + 1);

            Sentence sentence = Sentences.around(text, start, end);

            assertThat(text.startsWith(sentence.text(), sentence.start()))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(sentence.text().length()).as("seed %d", seed).isLessThanOrEqualTo(Sentences.MAX_LENGTH);
            assertThat(isWhole(sentence.text())).as("seed %d", seed).isTrue();
            if (!text.substring(start, end).isBlank() && !Character.isWhitespace(text.charAt(start))) {
                assertThat(sentence.start()).as("seed %d", seed).isLessThanOrEqualTo(start);
            }
        }
    }

    private static boolean isWhole(String text) {
        return text.isEmpty()
                || !Character.isLowSurrogate(text.charAt(0))
                        && !Character.isHighSurrogate(text.charAt(text.length() - 1));
    }
}
