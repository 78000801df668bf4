package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.onnx.MiniLm;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped topics on headlines of the day. */
class WorldNewsTest {
    private static final MiniLm ENCODER = MiniLm.load();
    private static final TopicClassifier CLASSIFIER =
            new TrainedTopicClassifier(TopicLexicon.shipped(), TopicModel.shipped(), ENCODER);

    @AfterAll
    static void unload() {
        ENCODER.close();
    }

    private static List<TopicLabel> classify(NewsText text) {
        return CLASSIFIER.classify(EncodedText.of(text, ENCODER));
    }

    private static Set<String> topics(NewsText text) {
        return classify(text).stream().map(TopicLabel::id).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "law             | More Epstein files released by Justice Department",
                "government      | New York governor signs medical aid in dying into law",
                "arms-trade      | China warns Washington against US arms for Taiwan before Trump's visit",
                "diplomacy       | China warns Washington against US arms for Taiwan before Trump's visit",
                "arms-control    | Iran and the US hold nuclear talks in Oman",
                "diplomacy       | Iran and the US hold nuclear talks in Oman",
                "arms-trade      | White House unveils “America first” arms transfer strategy",
                "defence         | NATO weighs mission to guard Greenland's security",
                "territory       | NATO weighs mission to guard Greenland's security",
                "armed-conflict  | Belgorod hit by night shelling, governor says",
                "humanitarian    | UAE to build temporary housing for displaced Palestinians in southern Gaza",
                "humanitarian    | US sends 6 million dollars in aid to Cuba",
                "law             | Judge throws out Missouri case against Starbucks over diversity policy",
                "trade           | Seoul gives assurances on its trade deal with Washington",
                "peace-process   | Trump calls Russia-Ukraine talks “very good”",
                "elections       | Trump endorses Japan's Takaichi before the vote",
                "environment     | Commercial fishing allowed again in protected New England waters",
                "sanctions       | Bessent says further US sanctions on Russia are possible",
                "trade           | US and India agree on framework for trade",
                "government      | Rubio is no longer acting archivist",
                "diplomacy       | Lavrov ready to meet Rubio",
                "arms-control    | Proposal to keep New START limits after 2026 is under review in Washington",
                "arms-control    | NEW START LIMITS RUN OUT",
                "sanctions       | Europe's plan for 210 billion euros of frozen Russian assets",
                "sanctions       | EU to keep Russian central bank assets immobilised"
            })
    void labelsWorldNews(String topic, String title) {
        assertThat(topics(NewsText.headline(title))).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A new start for the club",
                "A NEW START FOR THE CLUB",
                "Rovers hope for a new start under third coach of the season",
                "Guard traded to Boston hours before the trade deadline",
                "United overcome City in five-goal thriller at the derby",
                "Striker's late strike sinks rivals",
                "Spy thriller tops the box office for a third weekend",
                "‘Frozen Harbour’ wins best film at festival",
                "Lemon cake without butter: a recipe for Sunday",
                "Turkey sandwiches and other leftovers",
                "The nuclear family dinner is back, says chef",
                "Peace of mind: five apps for better sleep",
                "Chip maker lifts outlook after record quarterly profit",
                "Oil giant posts record profit",
                "Start-up raises 20 million for its coffee robots",
                "Cold front to bring snow to the north by Thursday",
                "Ferry to the islands sails again after storm",
                "Man held after break-in at jeweller's in Leeds",
                "Battle of the bands draws record crowd",
                "Jordan signs new boots deal before play-offs"
            })
    void labelsNothingElse(String title) {
        assertThat(topics(NewsText.headline(title))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EU “freezes” assets — of Rosneft 🛢️",
                "‎محادثات مسقط: nuclear talks in Muscat",
                "Ceasefire\u00a0holds in\u200b Gaza",
                "ERDOĞAN: İstanbul talks go on"
            })
    void showsEvidenceThatSlicesToTheText(String title) {
        NewsText text = new NewsText(title, title + "\n\n" + title);
        assertThat(classify(text))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label.evidence())
                        .isSorted()
                        .allSatisfy(span -> assertThat(span.text())
                                .isEqualTo(text.field(span.field()).substring(span.start(), span.end()))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "?!", "=START|@state .. *", "\ud83d"})
    void labelsNothingWithoutWords(String title) {
        assertThat(topics(new NewsText(title, title))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 50})
    void keepsEvidenceShortInALongText(int times) {
        NewsText text = new NewsText("Sanctions", "Sanctions and frozen assets. ".repeat(times));
        assertThat(classify(text).get(0).evidence())
                .extracting(Span::text)
                .containsExactly("Sanctions", "frozen assets");
    }
}
