package io.geowire.alerts.watch;

import static io.geowire.alerts.watch.Watches.exactly;
import static io.geowire.alerts.watch.Watches.find;
import static io.geowire.alerts.watch.Watches.matches;
import static io.geowire.alerts.watch.Watches.query;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WatchMatcherTest {
    private static final NewsItem LAVROV = new NewsItem(
            "Lavrov is ready to meet Rubio",
            "Moscow holds to its terms.\n\nThe proposal on New START stays open.",
            "Example Wire",
            "en-GB",
            List.of(new Annotation("Q58217", "Sergei Lavrov", List.of(new Span(TextField.TITLE, 0, 6)))),
            List.of(new Annotation("arms-control", "arms-control", List.of(new Span(TextField.BODY, 44, 53)))));

    @Test
    void tellsWhichWordsMatchedByWhichClauseInWhichSentence() {
        NewsItem item = NewsItem.of("EU summit", "One thing first. Then frozen Russian assets, again. The end.");

        assertThat(find("\"frozen assets\"~3 OR absent", item))
                .containsExactly(new ClauseMatch(
                        new Span(TextField.BODY, 22, 43),
                        "frozen Russian assets",
                        "\"frozen assets\"~3",
                        new Sentence(17, "Then frozen Russian assets, again.")));
    }

    @Test
    void everyClauseThatMatchedIsTold() {
        assertThat(find(
                        "(iran OR tehran) AND nuclear",
                        NewsItem.of("Iran talks", "Tehran on nuclear fuel; Iran waits.")))
                .extracting(match -> match.clause() + "=" + match.text())
                .containsExactly("iran=Iran", "tehran=Tehran", "nuclear=nuclear", "iran=Iran");
    }

    @Test
    void whatIsExcludedIsNotTold() {
        assertThat(find("start -club", NewsItem.of("A start", null)))
                .extracting(ClauseMatch::clause)
                .containsExactly("start");
        assertThat(matches("start -club", "A start for the club")).isFalse();
    }

    @Test
    void phraseReachesNeitherFromTitleToBodyNorAcrossParagraphs() {
        assertThat(matches(query("w", "\"frozen assets\"~50"), NewsItem.of("They are frozen", "assets too")))
                .isFalse();
        assertThat(matches(query("w", "\"frozen assets\"~50"), NewsItem.of("T", "All is frozen\n \nassets too")))
                .isFalse();
        assertThat(matches(query("w", "\"frozen assets\""), NewsItem.of("T", "All is frozen\nassets too")))
                .isTrue();
    }

    @Test
    void defaultFieldIsTitleAndBodyForEachClauseAlone() {
        NewsItem item = NewsItem.of("Lavrov speaks", "On New START");

        assertThat(matches(query("w", "lavrov AND start"), item)).isTrue();
        assertThat(matches(query("w", "title:lavrov AND title:start"), item)).isFalse();
        assertThat(matches(query("w", "title:lavrov AND body:start"), item)).isTrue();
    }

    @Test
    void keywordsAreFoundByIdAndByNameAndTellTheWordsOfTheArticle() {
        assertThat(find("entity:Q58217", LAVROV))
                .extracting(ClauseMatch::text, ClauseMatch::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Lavrov", "entity:Q58217"));
        assertThat(find("entity:\"sergei lavrov\"", LAVROV))
                .extracting(ClauseMatch::text)
                .containsExactly("Lavrov");
        assertThat(find("topic:arms-control", LAVROV))
                .extracting(ClauseMatch::text)
                .containsExactly("New START");
        assertThat(matches(query("w", "entity:Q5821"), LAVROV)).isFalse();
        assertThat(matches(query("w", "entity:lavrov"), LAVROV)).isFalse();
    }

    @Test
    void sourceAndLanguageMatchWithoutWordsToShow() {
        assertThat(matches(query("w", "source:\"example wire\" AND language:en AND language:en-GB"), LAVROV))
                .isTrue();
        assertThat(find("source:example*", LAVROV)).isEmpty();
        assertThat(matches(query("w", "source:wire"), LAVROV)).isFalse();
    }

    @Test
    void allConditionsOfAWatchMustHoldAndAnyOfAList() {
        assertThat(matches(watch("rubio", "New START", "Q58217", "arms-control"), LAVROV))
                .isTrue();
        assertThat(matches(watch("nobody", "New START", "Q58217", "arms-control"), LAVROV))
                .isFalse();
        assertThat(matches(watch("rubio", "NEW START", "Q58217", "arms-control"), LAVROV))
                .isFalse();
        assertThat(matches(watch("rubio", "New START", "Q1", "arms-control"), LAVROV))
                .isFalse();
        assertThat(matches(watch("rubio", "New START", "Q58217", "trade"), LAVROV))
                .isFalse();
        Watch lists = new Watch(
                "w",
                "w",
                Severity.LOW,
                null,
                List.of("SALT", "New START"),
                List.of("Q1", "Sergei Lavrov"),
                List.of("trade", "arms-control"),
                1,
                List.of());
        assertThat(matches(lists, LAVROV)).isTrue();
    }

    private static Watch watch(String query, String phrase, String entity, String topic) {
        return new Watch("w", "w", Severity.LOW, query, List.of(phrase), List.of(entity), List.of(topic), 1, List.of());
    }

    @Test
    void overlappingMatchesAreToldInOrderOfTheTextAndOnceEach() {
        assertThat(find("assets OR \"russian assets\" OR assets", NewsItem.of("Russian assets", "Assets")))
                .extracting(match -> match.span().field() + " " + match.text() + " " + match.clause())
                .containsExactly(
                        "TITLE Russian assets \"russian assets\"", "TITLE assets assets", "BODY Assets assets");
    }

    @Test
    void offsetsCountUtf16AroundEmojiAndRightToLeftText() {
        String title = "😀🇺🇦 שלום «New START» مرحبا 😀 naïve";

        for (ClauseMatch match : find("\"new start\" OR שלום OR مرحبا OR naive", NewsItem.of(title, null))) {
            assertThat(title.substring(match.span().start(), match.span().end()))
                    .isEqualTo(match.text());
        }
        assertThat(find("\"new start\" OR שלום OR مرحبا OR naive", NewsItem.of(title, null)))
                .extracting(ClauseMatch::text)
                .containsExactly("שלום", "New START", "مرحبا", "naïve");
    }

    @Test
    void offsetsHoldAcrossParagraphsOfAllKinds() {
        String body = "First 😀.\n\n  Second sanctions.\n \t\n\n\nThird; sanctions\r\n\r\nsanctions";

        assertThat(find("sanctions", NewsItem.of("T", body)))
                .hasSize(3)
                .allSatisfy(match -> assertThat(body.substring(
                                match.span().start(), match.span().end()))
                        .isEqualTo("sanctions"))
                .allSatisfy(match -> assertThat(body.startsWith(
                                match.sentence().text(), match.sentence().start()))
                        .isTrue());
    }

    @Test
    void manyMatchesAreCutAtTheLimit() {
        String body = "sanctions ".repeat(50_000);

        assertThat(find("sanctions OR body:sanction*", NewsItem.of("T", body))).hasSize(WatchMatcher.MAX_MATCHES);
    }

    @Test
    void longHostileTextIsMatched() {
        String body = "a".repeat(300_000) + " " + "a b ".repeat(100_000) + "\n".repeat(100_000)
                + "\u0301".repeat(100_000) + " frozen assets";

        assertThat(find("\"a a a a b b b b\"~50 OR aa*a*a*a OR \"frozen assets\"", NewsItem.of("T", body)))
                .extracting(ClauseMatch::text)
                .contains("frozen assets");
    }

    @Test
    void watchesComeAndGo() {
        NewsItem item = NewsItem.of("Sanctions on oil", null);
        try (WatchMatcher matcher = new WatchMatcher()) {
            assertThat(ids(matcher, item)).isEmpty();
            matcher.replaceAll(List.of(query("b", "oil"), query("a", "sanctions"), exactly("c", "Sanctions")));
            assertThat(ids(matcher, item)).isEqualTo("a b c");
            matcher.replaceAll(List.of(query("b", "gas"), query("a", "sanctions")));
            assertThat(ids(matcher, item)).isEqualTo("a");
            matcher.replaceAll(List.of(exactly("a", "Oil"), exactly("d", "Sanctions on")));
            assertThat(ids(matcher, item)).isEqualTo("d");
            matcher.replaceAll(List.of());
            assertThat(ids(matcher, item)).isEmpty();
        }
    }

    @Test
    void wrongQueryIsLeftOutAndToldOnce() {
        Watch wrong = query("wrong", "a AND");
        try (WatchMatcher matcher = new WatchMatcher()) {
            matcher.replaceAll(List.of(query("wrong", "oil")));
            assertThat(matcher.replaceAll(List.of(wrong, query("good", "oil"))))
                    .extracting(WatchMatcher.Rejected::watch)
                    .containsExactly(wrong);
            assertThat(ids(matcher, NewsItem.of("Oil", null))).isEqualTo("good");
            assertThat(matcher.replaceAll(List.of(wrong, query("good", "gas")))).isEmpty();
        }
    }

    private static String ids(WatchMatcher matcher, NewsItem item) {
        return matcher.match(item).stream().map(match -> match.watch().id()).collect(Collectors.joining(" "));
    }
}
