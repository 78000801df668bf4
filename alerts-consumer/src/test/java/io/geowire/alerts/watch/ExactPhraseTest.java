package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactPhraseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            New START     | Talks on New START stall                | New START
            New START     | a new start for the club                | -
            New START     | A New Start for the Club                | -
            New START     | A NEW START FOR THE CLUB                | -
            New START     | Putin Offers to Keep New START Limits   | New START
            New START     | RUSSIA WILLING TO KEEP NEW START LIMITS | -
            NATO          | NATO CHIEF VISITS KYIV                  | NATO
            New START     | New START’s limits                      | New START
            New START     | post-New START world                    | New START
            New START     | "New START", they said                  | New START
            New START     | New STARTs                              | -
            New START     | Anew START                              | -
            New START     | New STARTÉ                              | -
            US            | US-led                                  | US
            US            | USA                                     | -
            US            | BUS                                     | -
            US            | US2                                     | -
            People's Army | the People’s Army                       | People’s Army
            People’s Army | the People's Army                       | People's Army
            $100          | cost $100 each                          | $100
            $100          | US$100                                  | $100
            习近平         | 中国习近平访问                            | 习近平
            São Paulo     | in São Paulo                            | São Paulo
            """)
    void mustOccurInExactCaseAndStandApart(String phrase, String title, String words) {
        assertThat(found(phrase, title)).isEqualTo(words);
    }

    @Test
    void whiteSpaceIsAnyWhiteSpace() {
        assertThat(found("New  START", "on New\u00a0\n START now")).isEqualTo("New\u00a0\n START");
        assertThat(found("New\tSTART", "on New START now")).isEqualTo("New START");
        assertThat(found("New START", "on NewSTART now")).isEqualTo("-");
        assertThat(found("a b", "a ")).isEqualTo("-");
    }

    @Test
    void composedAndDecomposedPhraseAreOne() {
        assertThat(found("Sa\u0303o Paulo", "in São Paulo")).isEqualTo("São Paulo");
    }

    @Test
    void aMarkBelongsToTheLetterBefore() {
        assertThat(found("Sao", "Sao\u0301 x")).isEqualTo("-");
    }

    private static String found(String phrase, String title) {
        return Watches.find(Watches.exactly("w", phrase), NewsItem.of(title, null)).stream()
                .map(ClauseMatch::text)
                .findFirst()
                .orElse("-");
    }
}
