package io.geowire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.item.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextItemsTest {
    private static final int MAX_CHARS = 1_000_000;
    private static final String PARAGRAPH =
            "Moscow – Russia's top diplomat would sit down with his American colleague at any time, he said on Sunday.";
    private static final String SECOND = "His conditions stay as they are. They were told in Anchorage.";

    @Test
    void linesThatLookLikeHeadlinesAreHeadlines() {
        assertThat(read("Lavrov ready to meet Rubio", "Oil prices fall", "Is this the end?"))
                .containsExactly(
                        headline(1, "Lavrov ready to meet Rubio"),
                        headline(2, "Oil prices fall"),
                        headline(3, "Is this the end?"));
    }

    @Test
    void headlinesMayBePartedByBlankLines() {
        assertThat(read("Lavrov ready to meet Rubio", "", "Oil prices fall", "", "", "Is this the end?"))
                .containsExactly(
                        headline(1, "Lavrov ready to meet Rubio"),
                        headline(3, "Oil prices fall"),
                        headline(6, "Is this the end?"));
    }

    @Test
    void lineAboveParagraphsIsTheTitle() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", SECOND))
                .containsExactly(article(1, "Lavrov ready to meet Rubio", PARAGRAPH, SECOND));
    }

    @Test
    void titleNeedsNoBlankLineBelow() {
        assertThat(read("Lavrov ready to meet Rubio", PARAGRAPH, SECOND))
                .containsExactly(article(1, "Lavrov ready to meet Rubio", PARAGRAPH, SECOND));
    }

    @Test
    void articleIsFollowedByAListOfHeadlines() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", SECOND, "", "", "Oil falls", "Gas rises"))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH, SECOND),
                        headline(8, "Oil falls"),
                        headline(9, "Gas rises"));
    }

    @Test
    void articleIsFollowedByHeadlinesPartedByBlankLines() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", "", "Oil falls again today", "", "Gas rises"))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH),
                        headline(6, "Oil falls again today"),
                        headline(8, "Gas rises"));
    }

    @Test
    void headlinesAreFollowedByAnArticle() {
        assertThat(read("Oil falls", "Gas rises", "", "Lavrov ready to meet Rubio", "", PARAGRAPH))
                .containsExactly(
                        headline(1, "Oil falls"),
                        headline(2, "Gas rises"),
                        article(4, "Lavrov ready to meet Rubio", PARAGRAPH));
    }

    @Test
    void paragraphsWithoutTitleAreCalledByTheirFirstSentence() {
        assertThat(read(SECOND, "", PARAGRAPH))
                .containsExactly(article(1, "His conditions stay as they are.", SECOND, PARAGRAPH));
    }

    @Test
    void loneSentenceIsABareHeadline() {
        assertThat(read("The talks have begun.")).containsExactly(headline(1, "The talks have begun."));
    }

    @Test
    void secondTitleBeginsASecondArticle() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", "Oil prices fall for a third day", "", SECOND))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH),
                        article(5, "Oil prices fall for a third day", SECOND));
    }

    @Test
    void titlesDirectlyAboveTheirTextPartArticles() {
        assertThat(read("Lavrov ready to meet Rubio", PARAGRAPH, "", "Oil prices fall for a third day", SECOND))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH),
                        article(4, "Oil prices fall for a third day", SECOND));
    }

    @Test
    void shortLineInsideAnArticleIsAHeadingOfIt() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", "What comes next", "", SECOND))
                .containsExactly(article(1, "Lavrov ready to meet Rubio", PARAGRAPH, "What comes next", SECOND));
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", "What comes next", SECOND))
                .containsExactly(article(1, "Lavrov ready to meet Rubio", PARAGRAPH, "What comes next", SECOND));
    }

    @Test
    void shortLineAfterSeveralBlankLinesIsATitle() {
        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", "", "Oil prices fall", "", SECOND))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH), article(6, "Oil prices fall", SECOND));
    }

    @Test
    void listAfterAColonBelongsToTheArticle() {
        assertThat(read(
                        "Lavrov ready to meet Rubio",
                        "",
                        "He named two conditions:",
                        "",
                        "No NATO",
                        "No bases",
                        "",
                        SECOND))
                .containsExactly(article(
                        1, "Lavrov ready to meet Rubio", "He named two conditions:", "No NATO", "No bases", SECOND));
    }

    @Test
    void bylineBelowTheTitleIsNoHeadline() {
        ReadResult.Item expected = new ReadResult.Item(
                new Origin("news.txt", 1),
                RawItem.text("Lavrov ready to meet Rubio", PARAGRAPH, "By Jane Doe"),
                Excerpt.of("Lavrov ready to meet Rubio"));

        assertThat(read("Lavrov ready to meet Rubio", "By Jane Doe", "", PARAGRAPH))
                .containsExactly(expected);
        assertThat(read("Lavrov ready to meet Rubio", "", "By Jane Doe", "", PARAGRAPH))
                .containsExactly(expected);
        assertThat(read("Lavrov ready to meet Rubio", "By Jane Doe", PARAGRAPH)).containsExactly(expected);
    }

    @Test
    void twoHeadlinesOfWhichOneBeginsWithByStayHeadlines() {
        assertThat(read("Oil falls", "By Default, Germany Wins", "", "Gas rises", "Coal is back"))
                .containsExactly(
                        headline(1, "Oil falls"),
                        headline(2, "By Default, Germany Wins"),
                        headline(4, "Gas rises"),
                        headline(5, "Coal is back"));
    }

    @Test
    void creditsBelowAnArticleBelongToIt() {
        String credits = "(Reporting by Jane Doe; Editing by John Roe)";

        assertThat(read("Lavrov ready to meet Rubio", "", PARAGRAPH, "", credits, "", "", "Oil falls", "Gas rises"))
                .containsExactly(
                        article(1, "Lavrov ready to meet Rubio", PARAGRAPH, credits),
                        headline(8, "Oil falls"),
                        headline(9, "Gas rises"));
    }

    @Test
    void paragraphBrokenToAWidthIsJoined() {
        assertThat(read(
                        "Lavrov ready to meet Rubio",
                        "",
                        "Russia's top diplomat would sit down with his American",
                        "colleague at any time, he said on Sunday, and added that",
                        "the conditions stay."))
                .containsExactly(article(
                        1,
                        "Lavrov ready to meet Rubio",
                        "Russia's top diplomat would sit down with his American colleague at any time, he said on Sunday, and"
                                + " added that the conditions stay."));
    }

    @Test
    void firstLineOfAParagraphBrokenToAWidthIsNoTitle() {
        assertThat(read(
                        "Russia's top diplomat would sit down with his American",
                        "colleague at any time, he said on Sunday, and added that",
                        "the conditions stay."))
                .containsExactly(headline(
                        1,
                        "Russia's top diplomat would sit down with his American colleague at any time, he said on Sunday, and"
                                + " added that the conditions stay."));
    }

    @Test
    void strayFullStopDoesNotMakeALongListAnArticle() {
        assertThat(read("Oil falls in London", "Gas rises", "Coal is back.", "Wind blows over all of Denmark", "Sun"))
                .extracting(result -> ((ReadResult.Item) result).item().title())
                .containsExactly(
                        "Oil falls in London", "Gas rises", "Coal is back.", "Wind blows over all of Denmark", "Sun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trump returns to the U.S.",
                "And then he said...",
                "Talks go on…",
                "Why?",
                "Enough!",
                "“A good start”, says Araghchi",
                "عراقجي: بداية جيدة",
                "中国警告美国"
            })
    void looksLikeAHeadline(String line) {
        assertThat(LineShape.isHeadline(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The talks have begun.",
                "“The talks have begun.”",
                "(The talks have begun.)",
                "He named three:",
                "On Sunday,",
                "会谈已经开始。",
                "بدأت المحادثات۔"
            })
    void doesNotLookLikeAHeadline(String line) {
        assertThat(LineShape.isHeadline(line)).isFalse();
    }

    @Test
    void headlineHasUnder200Characters() {
        assertThat(LineShape.isHeadline("😀".repeat(199))).isTrue();
        assertThat(LineShape.isHeadline("x".repeat(200))).isFalse();
    }

    @Test
    void whiteSpaceOfAnyKindIsABlankLine() {
        assertThat(read("Oil falls", "\t\u00A0\u2003\u3000\uFEFF", PARAGRAPH))
                .containsExactly(article(1, "Oil falls", PARAGRAPH));
    }

    @Test
    void layoutAroundLinesIsNotText() {
        assertThat(read("\t Oil falls\u00A0 ")).containsExactly(headline(1, "Oil falls"));
    }

    @Test
    void faultyLineOfAListIsOneFault() {
        List<ReadResult> results = readLines(List.of(
                new TextLine(1, "Oil falls", null),
                new TextLine(2, "Gas r\uFFFDses", "byte 0xEF at character 6 is not UTF-8"),
                new TextLine(3, "Coal is back", null)));

        assertThat(results).hasSize(3);
        assertThat(results.get(1)).hasToString("news.txt:2: byte 0xEF at character 6 is not UTF-8");
    }

    @Test
    void faultyLineTakesItsWholeArticleAlong() {
        List<ReadResult> results = readLines(List.of(
                new TextLine(1, "Lavrov ready to meet Rubio", null),
                new TextLine(2, "", null),
                new TextLine(3, PARAGRAPH, null),
                new TextLine(4, SECOND, "byte 0xEF at character 6 is not UTF-8"),
                new TextLine(5, "", null),
                new TextLine(6, "Oil falls", null),
                new TextLine(7, "Gas rises", null)));

        assertThat(results)
                .extracting(Object::toString)
                .first()
                .isEqualTo("news.txt:4: byte 0xEF at character 6 is not UTF-8");
        assertThat(results.subList(1, 3)).containsExactly(headline(6, "Oil falls"), headline(7, "Gas rises"));
    }

    @Test
    void articleBeyondTheLimitIsRefusedAsAWholeAndWhatFollowsIsRead() {
        List<String> lines = new ArrayList<>(List.of("A long read", ""));
        IntStream.range(0, 30).forEach(i -> lines.add(PARAGRAPH));
        lines.addAll(List.of("", "Oil falls", "Gas rises"));

        List<ReadResult> results = readLines(1_000, lines);

        assertThat(results).hasSize(3);
        assertThat(results.get(0)).hasToString("news.txt:1: an article of more than 1,000 characters");
        assertThat(results.get(1)).isEqualTo(headline(34, "Oil falls"));
    }

    @Test
    void endlessListIsHandedOnAsItComes() {
        List<ReadResult> results = new ArrayList<>();
        TextItems items = new TextItems("news.txt", MAX_CHARS, results::add);

        IntStream.rangeClosed(1, 5_000).forEach(i -> items.line(new TextLine(i, "Headline number " + i, null)));

        assertThat(results).hasSize(5_000);
        items.line(new TextLine(5_001, "One with a full stop.", null));
        items.end();
        assertThat(results).last().isEqualTo(headline(5_001, "One with a full stop."));
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(read()).isEmpty();
        assertThat(read("", "  ", "")).isEmpty();
    }

    private static ReadResult headline(long line, String title) {
        return new ReadResult.Item(new Origin("news.txt", line), RawItem.text(title, null, null), Excerpt.of(title));
    }

    private static ReadResult article(long line, String title, String... paragraphs) {
        return new ReadResult.Item(
                new Origin("news.txt", line),
                RawItem.text(title, String.join("\n\n", paragraphs), null),
                Excerpt.of(title));
    }

    private static List<ReadResult> read(String... lines) {
        return readLines(MAX_CHARS, List.of(lines));
    }

    private static List<ReadResult> readLines(int maxChars, List<String> lines) {
        List<ReadResult> results = new ArrayList<>();
        TextItems items = new TextItems("news.txt", maxChars, results::add);
        IntStream.range(0, lines.size()).forEach(i -> items.line(new TextLine(i + 1L, lines.get(i), null)));
        items.end();
        return results;
    }

    private static List<ReadResult> readLines(List<TextLine> lines) {
        List<ReadResult> results = new ArrayList<>();
        TextItems items = new TextItems("news.txt", MAX_CHARS, results::add);
        lines.forEach(items::line);
        items.end();
        return results;
    }
}
