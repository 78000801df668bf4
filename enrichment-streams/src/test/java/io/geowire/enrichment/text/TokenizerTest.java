package io.geowire.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.Token.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenizerTest {
    private static List<String> words(String text) {
        return Tokenizer.tokenize(TextField.BODY, text).stream()
                .map(Token::text)
                .toList();
    }

    private static List<Kind> kinds(String text) {
        return Tokenizer.tokenize(TextField.BODY, text).stream()
                .map(Token::kind)
                .toList();
    }

    @Test
    void keepsApostrophesInsideWords() {
        assertThat(words("O'Brien saw Côte d’Ivoire and Sana'a, N’Djamena"))
                .containsExactly("O'Brien", "saw", "Côte", "d’Ivoire", "and", "Sana'a", ",", "N’Djamena");
    }

    @Test
    void splitsThePossessiveOff() {
        assertThat(words("Iran's and Iran’s, U.S.'s, IRAN’S, the 1990's"))
                .containsExactly(
                        "Iran", "'s", "and", "Iran", "’s", ",", "U.S.", "'s", ",", "IRAN", "’S", ",", "the", "1990",
                        "'s");
        assertThat(kinds("Iran’s")).containsExactly(Kind.WORD, Kind.POSSESSIVE);
        assertThat(words("the states’ rights")).containsExactly("the", "states", "’", "rights");
    }

    @Test
    void keepsQuotesOutside() {
        assertThat(words("‘New START’ “over”")).containsExactly("‘", "New", "START", "’", "“", "over", "”");
    }

    @Test
    void keepsPeriodsOfAbbreviations() {
        assertThat(words("U.S.-led, U.S.A. D.C., U.N. e.g. U.S"))
                .containsExactly("U.S.", "-", "led", ",", "U.S.A.", "D.C.", ",", "U.N.", "e.g.", "U.S");
        assertThat(words("John F. Kennedy. J.Smith"))
                .containsExactly("John", "F", ".", "Kennedy", ".", "J", ".", "Smith");
    }

    @Test
    void makesEachHyphenATokenOfItsOwn() {
        assertThat(words("US-China al‑Qaeda Paris–Berlin"))
                .containsExactly("US", "-", "China", "al", "‑", "Qaeda", "Paris", "–", "Berlin");
    }

    @Test
    void tellsNumbersFromWords() {
        assertThat(words("1,550 2.5% G20 F-35 10th 19."))
                .containsExactly("1,550", "2.5", "%", "G20", "F", "-", "35", "10th", "19", ".");
        assertThat(kinds("1,550 G20 10th %")).containsExactly(Kind.NUMBER, Kind.WORD, Kind.WORD, Kind.SYMBOL);
    }

    @Test
    void givesATokenACharacterInScriptsWithoutSpaces() {
        assertThat(words("习近平Xi会见")).containsExactly("习", "近", "平", "Xi", "会", "见");
    }

    @Test
    void readsRightToLeftWordsWhole() {
        assertThat(words("\u200Fغزة، ירושלים")).containsExactly("غزة", "،", "ירושלים");
    }

    @Test
    void keepsCombiningMarksWithTheirLetter() {
        assertThat(words("Erdog\u0306an a\u0301 e")).containsExactly("Erdog\u0306an", "a\u0301", "e");
    }

    @Test
    void keepsSurrogatePairsTogether() {
        assertThat(words("🇺🇦Kyiv🚀")).containsExactly("🇺", "🇦", "Kyiv", "🚀");
    }

    @Test
    void coversEveryVisibleCharacterOfAnyTextExactlyOnce() {
        for (int seed = 0; seed < 3000; seed++) {
            String text = RandomText.of(new Random(seed), 40);
            int at = 0;
            for (Token token : Tokenizer.tokenize(TextField.TITLE, text)) {
                assertThat(token.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(at);
                assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
                assertInvisible(seed, text.substring(at, token.start()));
                at = token.end();
            }
            assertInvisible(seed, text.substring(at));
        }
    }

    private static void assertInvisible(int seed, String gap) {
        gap.codePoints()
                .forEach(c -> assertThat(Character.isLetterOrDigit(c))
                        .as("seed %d: U+%04X lies in no token", seed, c)
                        .isFalse());
    }
}
