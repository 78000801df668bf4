package io.geowire.ingest.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.geowire.ingest.language.LanguageDetector.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageDetectorTest {
    private static final Path TEXTS = Path.of("src", "test", "resources", "languages");
    private static final Path NEWS = Path.of("..", "enrichment-streams", "news");
    private static final LanguageDetector DETECTOR = new LanguageDetector(OpenNlpModel.load());

    /** Languages that a headline alone does not part. */
    private static final List<Set<String>> SIBLINGS = List.of(
            Set.of("no", "nb", "nn", "da"),
            Set.of("hr", "bs"),
            Set.of("es", "ca", "pt"),
            Set.of("id", "ms"),
            Set.of("cs", "sk"),
            Set.of("ru", "bg", "mk", "sr", "uk", "be"));

    @Test
    void englishNewsStaysEnglishWhateverNamesItHas() throws IOException {
        List<String> wrong = new ArrayList<>();
        int items = 0;
        for (JsonNode item : englishNews()) {
            String title = item.path("title").asText();
            String body = item.path("body").asText(null);
            for (String written : List.of(title, title.toUpperCase(Locale.ROOT))) {
                items++;
                String language = DETECTOR.examine(written, body).language();
                if (language != null && !language.equals("en")) {
                    wrong.add(language + " " + written);
                }
            }
        }

        assertThat(items).isGreaterThan(5_000);
        assertThat(wrong).as("%d items", items).hasSizeLessThan(items / 500);
    }

    @Test
    void nineHeadlinesOfTenInOtherLanguagesAreTold() throws IOException {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String[]> lines = lines("headlines.tsv");
        for (String[] line : lines) {
            String language = DETECTOR.examine(line[1], null).language();
            if (language == null) {
                missed.add(line[1]);
            } else if (!isSame(language, line[0])) {
                wrong.add(language + " " + String.join(" ", line));
            }
        }

        assertThat(missed).as("of %d", lines.size()).hasSizeLessThan(lines.size() / 10);
        assertThat(wrong).as("of %d", lines.size()).hasSizeLessThan(lines.size() / 20);
    }

    @Test
    void articleIsToldAndHoldsAgainstWhatItDeclares() throws IOException {
        assertThat(lines("articles.tsv")).allSatisfy(line -> {
            Evidence evidence = DETECTOR.examine(line[1], line[2]);
            assertThat(evidence.sure()).isTrue();
            assertThat(isSame(String.valueOf(evidence.language()), line[0]))
                    .as("%s is told as %s", line[0], evidence)
                    .isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Путин,ru",
        "外交部,zh",
        "トランプ,ja",
        "苹果发布iPhone,zh",
        "日銀が利上げ NATO,ja",
        "Ο ΟΗΕ,el",
        "ישראל,he",
        "ሰላም,und",
        "ᏣᎳᎩ,und"
    })
    void scriptDecidesAtOnce(String title, String language) {
        Evidence evidence = DETECTOR.examine(title, null);

        assertThat(evidence.sure()).isTrue();
        assertThat(isSame(String.valueOf(evidence.language()), language))
                .as("%s", evidence)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Xi Jinping (习近平) meets Putin in Beijing",
                "“Слава Україні” chants greet Zelenskyy as he lands in Washington",
                "Value of π computed to a new record by students",
            })
    void wordsOfAnotherScriptMakeNoOtherLanguage(String title) {
        assertThat(DETECTOR.examine(title, null).language()).isIn(null, "en");
    }

    @Test
    void bodyOutweighsATitleInAnotherLanguage() {
        assertThat(DETECTOR.examine(
                                "Bundestag",
                                "The lower house of parliament voted on Thursday to extend the mandate of the mission by a"
                                        + " year, despite objections by two of the smaller parties.")
                        .language())
                .isEqualTo("en");
        assertThat(DETECTOR.examine(
                                "Breaking News",
                                "Die Abgeordneten haben am Donnerstag beschlossen, das Mandat für den Einsatz um ein Jahr"
                                        + " zu verlängern, obwohl zwei kleinere Fraktionen dagegen waren.")
                        .language())
                .isEqualTo("de");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12 : 3",
                "😀😀😀 🇩🇪",
                "𝐁𝐑𝐄𝐀𝐊𝐈𝐍𝐆 𝐍𝐄𝐖𝐒",
                "NATO",
                "Zelenskyy",
                "π",
                "!!!???",
                "for (int i = 0; i < n; i++) { System.out.println(i); }",
                "\uD800",
                "https://example.com/a/b?c=d",
            })
    void whatSaysNothingIsNotGuessedAt(String title) {
        assertThat(DETECTOR.examine(title, null).language()).isIn(null, "en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "x ", "ß", "zz top ", "\u0301a"})
    void megabyteOfOneThingIsNotGuessedAt(String piece) {
        assertThat(DETECTOR.examine("Storm", piece.repeat(1_000_000 / piece.length()))
                        .sure())
                .isFalse();
    }

    @Test
    void modelThatKnowsNothingDecidesNothing() {
        LanguageDetector blind = new LanguageDetector(text -> Map.of());

        assertThat(blind.examine("Tausende protestieren", null).language()).isNull();
        assertThat(blind.examine("Тысячи протестуют", null).language()).isEqualTo("und");
    }

    private static boolean isSame(String told, String actual) {
        return told.equals(actual)
                || SIBLINGS.stream().anyMatch(siblings -> siblings.contains(told) && siblings.contains(actual));
    }

    private static List<JsonNode> englishNews() throws IOException {
        List<JsonNode> items = new ArrayList<>();
        JsonMapper json = new JsonMapper();
        for (String part : List.of("train", "dev", "names")) {
            try (Stream<Path> files = Files.list(NEWS.resolve(part))) {
                for (Path file : files.toList()) {
                    for (String line : Files.readAllLines(file)) {
                        items.add(json.readTree(line));
                    }
                }
            }
        }
        return items;
    }

    private static List<String[]> lines(String file) throws IOException {
        return Files.readAllLines(TEXTS.resolve(file)).stream()
                .map(line -> line.split("\t"))
                .toList();
    }
}
