package io.geowire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trump speaks of “very good” talks – and ‘more’ — «bientôt»…",
                "Drapeau 🇺🇦 et famille 👩‍👩‍👧‍👦 ⚽",
                "محادثات مسقط \u200Fتنتهي",
                "שיחות בעומאן",
                "نمی\u200Cخواهم",
                "中国警告美国：不要向台湾出售武器",
                "Prix\u00A0: 5\u202F%",
                "Soft\u00ADhyphen and \u2066isolated\u2069 text",
            })
    void textThatIsNormalStaysUnchanged(String text) {
        assertThat(CleanText.line(text)).isEqualTo(text);
        assertThat(CleanText.paragraphs(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`  Oil   falls \t`,Oil falls",
                "`Oil\nfalls`,Oil falls",
                "`Oil\r\n\r\nfalls`,Oil falls",
                "`Oil \u00A0falls`,Oil falls",
                "`Oil\u2028falls`,Oil falls",
                "`Oil\u0085falls`,Oil falls",
                "`\u001B[31mOil\u0007 falls\u0000\u009B`,[31mOil falls",
                "`Cafe\u0301`,Café",
                "`\uD83D falls`,`\uFFFD falls`",
                "`falls \uDE00`,`falls \uFFFD`",
            })
    void lineIsOneLineWithoutControls(String text, String expected) {
        assertThat(CleanText.line(text)).isEqualTo(expected);
    }

    @Test
    void paragraphsArePartedByOneEmptyLine() {
        assertThat(CleanText.paragraphs("\r\n\r\nOne  \r\ntwo\r\n \t\r\n\r\nThree\rfour\u2029Five\u2028six\n\n"))
                .isEqualTo("One\ntwo\n\nThree\nfour\n\nFive\nsix");
    }

    @Test
    void spacesAndTabsInsideAParagraphStaySpaces() {
        assertThat(CleanText.paragraphs("One\ttwo  three\u00A0four")).isEqualTo("One two  three\u00A0four");
    }

    @Test
    void controlsThatJavaTakesForWhiteSpaceAreSpacesInABody() {
        assertThat(CleanText.paragraphs("a\u001Cb\u001Fc")).isEqualTo("a b c");
    }

    @Test
    void controlsAndLoneSurrogatesAreNotInABody() {
        assertThat(CleanText.paragraphs("One\u0000\u001B[0m\uD800\u009F\ntwo")).isEqualTo("One[0m\uFFFD\ntwo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B\u200F", "\uFEFF", "\u0000"})
    void nothingToSeeIsNotVisible(String text) {
        assertThat(CleanText.isVisible(text)).isFalse();
    }
}
