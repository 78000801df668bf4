package io.geowire.alerts.watch;

import static io.geowire.alerts.watch.Watches.find;
import static io.geowire.alerts.watch.Watches.matches;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WatchQueryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sanction                      | New sanction on oil                   | true
            sanction                      | New sanctions on oil                  | false
            sanction*                     | New sanctions on oil                  | true
            sanct?on                      | A sanction                            | true
            SANCTION                      | a Sanction                            | true
            iran oil                      | Oil falls                             | true
            iran AND oil                  | Oil falls                             | false
            iran && oil                   | Oil of Iran                           | true
            iran OR oil                   | Oil falls                             | true
            oil AND NOT olive             | Olive oil                             | false
            oil -olive                    | Olive oil                             | false
            oil -olive                    | Crude oil                             | true
            +oil +iran gas                | Oil and gas                           | false
            +oil gas                      | Oil                                   | true
            (iran OR tehran) AND oil      | Oil of Tehran                         | true
            oil OR gas AND iran           | Oil                                   | true
            oil OR gas AND iran           | Gas                                   | false
            "frozen assets"               | Frozen assets                         | true
            "frozen assets"               | frozen Russian assets                 | false
            "frozen assets"               | assets frozen                         | false
            "frozen assets"~1             | frozen Russian assets                 | true
            "frozen assets"~3             | assets frozen in 2022                 | true
            "frozen assets"~1             | frozen funds, bonds and assets        | false
            zelensky~2                    | Zelenskiy speaks                      | true
            kremlin~1                     | Kremln speaks                         | true
            kremlin~1                     | Gremlin speaks                        | false
            russia                        | Russia's oil                          | true
            russia                        | Russia’s oil                          | true
            "russia's oil"                | Russia oil                            | true
            zurich                        | Zürich talks                          | true
            zürich                        | ZURICH TALKS                          | true
            al-Assad                      | Bashar al-Assad                       | true
            al-Assad                      | Assad and al others                   | false
            习近平                         | 中国习近平访问                          | true
            习近平                         | 近平习                                 | false
            title:oil                     | Oil                                   | true
            body:oil                      | Oil                                   | false
            text:oil                      | Oil                                   | true
            title:(iran AND oil)          | Oil of Iran                           | true
            oil^4 gas                     | Gas                                   | true
            "AND"                         | this and that                         | true
            U.S.                          | The U.S. economy                      | true
            18\\:30                       | At 18:30 sharp                        | true
            naive*                        | naïveté                               | true
            """)
    void syntaxMeansWhatItMeansInLucene(String query, String title, boolean expected) {
        assertThat(matches(query, title)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource
    void faultIsToldWithItsColumn(String query, String fault) {
        WatchQueryException refused = catchThrowableOfType(WatchQueryException.class, () -> WatchQuery.parse(query));
        assertThat(refused).as(query).isNotNull();
        assertThat(refused).hasMessage(fault);
    }

    static Stream<Arguments> faultIsToldWithItsColumn() {
        return Stream.of(
                Arguments.of(" ", "column 1: the query is empty"),
                Arguments.of("oil AND", "column 8: the query ends where more is expected"),
                Arguments.of("AND oil", "column 1: 'AND' is not expected here"),
                Arguments.of("(oil", "column 5: the query ends where more is expected"),
                Arguments.of("oil) gas", "column 4: ')' is not expected here"),
                Arguments.of("a:b:c", "column 4: ':' is not expected here"),
                Arguments.of("oil \"gas", "column 5: the quotation mark is not closed"),
                Arguments.of("oil \\", "column 5: nothing follows the backslash"),
                Arguments.of("either/or", "column 7: the slash is not closed; write \\/ for the character"),
                Arguments.of(
                        "oil OR /ga.*/", "column 8: a regular expression is not allowed; use wildcards (sanction*)"),
                Arguments.of("oil AND [a TO b]", "column 10: a range is not allowed"),
                Arguments.of("oil fn:ordered(a b)", "column 1: this part of Lucene's syntax is not allowed in a watch"),
                Arguments.of("*", "column 1: a wildcard needs at least 2 letters before it"),
                Arguments.of("oil OR *tion", "column 8: a wildcard needs at least 2 letters before it"),
                Arguments.of("s*", "column 1: a wildcard needs at least 2 letters before it"),
                Arguments.of("sa*a*a*a*a*", "column 1: a word has at most 4 wildcards"),
                Arguments.of(
                        "anti-sanction*", "column 1: with wildcards it must be one word, this is cut into several"),
                Arguments.of("\"frozen asset*\"", "column 2: wildcards do not work inside quotation marks"),
                Arguments.of("*:*", "column 1: *:* would match everything"),
                Arguments.of("oil~1", "column 1: ~1 needs one word of at least 4 letters"),
                Arguments.of("putin~", "column 1: ~2 needs one word of at least 6 letters"),
                Arguments.of(
                        "putin~0.5", "column 1: a fuzzy word takes ~1 or ~2, the number of letters that may differ"),
                Arguments.of("sanct*~1", "column 1: a word is fuzzy or has wildcards, not both"),
                Arguments.of("\"oil gas\"~51", "column 2: proximity goes up to ~50"),
                Arguments.of("source:\"a b\"~2", "column 9: proximity (~) works in title, body and text only"),
                Arguments.of("source:reuters~1", "column 8: fuzzy words (~) work in title, body and text only"),
                Arguments.of("titel:oil", "column 1: unknown field 'titel'; did you mean 'title'?"),
                Arguments.of(
                        "oil AND (Trump: deal)",
                        "column 10: unknown field 'Trump'; allowed: title, body, text, entity, topic, source, language"),
                Arguments.of("oil and gas", "column 5: 'and' is read as a word; write AND, or quote it"),
                Arguments.of(
                        "“frozen assets”",
                        "column 1: curly quotation marks quote nothing; write straight ones (\"); "
                                + "column 9: curly quotation marks quote nothing; write straight ones (\")"),
                Arguments.of(
                        "NOT oil", "column 5: NOT needs something beside it that is asked for (nuclear AND NOT power)"),
                Arguments.of(
                        "-oil -gas",
                        "column 2: NOT needs something beside it that is asked for (nuclear AND NOT power)"),
                Arguments.of("oil OR NOT gas", "column 12: OR NOT would match nearly everything; use AND NOT"),
                Arguments.of("\"...\"", "column 2: '...' has no word to look for"),
                Arguments.of("entity:\" \"", "column 9: nothing is asked for"),
                Arguments.of(
                        "a".repeat(WatchQuery.MAX_LENGTH + 1),
                        "column 5001: a query has at most 5000 characters, this has 5001"),
                Arguments.of("(".repeat(300) + "a" + ")".repeat(300), "column 1: a query has at most 200 parentheses"),
                Arguments.of(many("a", 201), "column 1001: a query has at most 200 clauses"),
                Arguments.of("a ".repeat(2_400), "column 401: a query has at most 200 clauses"),
                Arguments.of(
                        "(" + "a ".repeat(150) + ") AND (" + "b ".repeat(150) + ")",
                        "column 409: a query has at most 200 clauses"),
                Arguments.of("\"" + "a ".repeat(31) + "\"", "column 2: a phrase has at most 30 words"),
                Arguments.of(
                        "*a OR titel:b AND c and d",
                        "column 1: a wildcard needs at least 2 letters before it; column 7: unknown field 'titel'; did you"
                                + " mean 'title'?; column 21: 'and' is read as a word; write AND, or quote it"));
    }

    private static String many(String word, int count) {
        return IntStream.range(0, count).mapToObj(i -> word + (100 + i % 100)).collect(Collectors.joining(" "));
    }

    @Test
    void mostThatIsAllowedCanBeRun() {
        String clauses = IntStream.range(0, QueryCompiler.MAX_CLAUSES)
                .mapToObj(i -> "\"word" + i + " w\"~50")
                .collect(Collectors.joining(" "));
        String nested = "(".repeat(190) + "oil" + ")".repeat(190);

        assertThat(matches(clauses, "word199 x w")).isTrue();
        assertThat(matches(nested, "oil")).isTrue();
        assertThat(matches("aa*a*a*a*" + "b".repeat(200), "a".repeat(50) + "b".repeat(200)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            oil                           | oil
            title:oil                     | title:oil
            title : "oil  price"~3        | title : "oil price"~3
            (title:oil)                   | title:oil
            +"oil price"                  | "oil price"
            title:(gas OR "oil price")    | "oil price"
            pric*                         | pric*
            pryce~1                       | pryce~1
            oil^2                         | oil
            """)
    void clauseIsToldAsWritten(String query, String clause) {
        assertThat(find(query, NewsItem.of("Oil price", null)))
                .extracting(ClauseMatch::clause)
                .containsOnly(clause);
    }
}
