package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.RandomText;
import io.geowire.enrichment.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableRecognizerTest {
    private static final TableRecognizer RECOGNIZER = TableRecognizer.load();

    private static List<String> found(String title, String body) {
        return RECOGNIZER.recognize(new NewsText(title, body)).stream()
                .map(e -> e.id() + " " + e.mentions().stream().map(Span::text).toList())
                .toList();
    }

    private static List<String> found(String title) {
        return found(title, null);
    }

    @Test
    void linksKnownNamesInOrderOfFirstMention() {
        assertThat(found("Lavrov ready to meet Rubio", "Moscow – Sergei Lavrov told RIA Novosti that Russia waits."))
                .startsWith("Q58217 [Lavrov, Sergei Lavrov]", "Q324546 [Rubio]", "Q649 [Moscow]")
                .anyMatch(e -> e.endsWith("[RIA Novosti]"))
                .contains("Q159 [Russia]");
    }

    @Test
    void linksASpellingFamilyToOneId() {
        assertThat(found("Zelenskiy in Kiev", "Volodymyr Zelenskyy said in Kyiv that Zelensky agreed."))
                .containsExactlyInAnyOrder("Q3874799 [Zelenskiy, Volodymyr Zelenskyy, Zelensky]", "Q1899 [Kiev, Kyiv]");
    }

    @Test
    void doesNotTakeAnotherPersonOfTheSurname() {
        assertThat(found("Talks", "The engineer Ivan Lavrov, 43, was there. Lavrov left early."))
                .containsExactlyInAnyOrder("local:ivan-lavrov [Ivan Lavrov, Lavrov]");
    }

    @Test
    void resolvesASurnameOfTwoToThePersonNamedLastBefore() {
        assertThat(found("Two men", "Jonas Ekberg spoke first. Ekberg sat down. Then Lena Ekberg rose. Ekberg left."))
                .containsExactlyInAnyOrder(
                        "local:jonas-ekberg [Jonas Ekberg, Ekberg]", "local:lena-ekberg [Lena Ekberg, Ekberg]");
    }

    @Test
    void findsInTheTitleASurnameThatOnlyTheBodyGivesInFull() {
        assertThat(found("Hagelund sees silos", "“We lose the data,” said Torbjørn Hagelund."))
                .containsExactlyInAnyOrder("local:torbjorn-hagelund [Hagelund, Torbjørn Hagelund]");
    }

    @Test
    void leavesTitlesAndPossessivesOutside() {
        assertThat(found("Row", "Foreign Minister Badr Abdelatty met Iran's envoy, President Ada Quennell's aide."))
                .contains("local:ada-quennell [Ada Quennell]", "Q794 [Iran]")
                .anyMatch(e -> e.endsWith("[Badr Abdelatty]"));
    }

    @Test
    void leavesDemonymsOut() {
        assertThat(found("Russian and Iranian envoys meet Kurdish leaders")).isEmpty();
    }

    @Test
    void takesUsForTheStatesOnlyInCapitals() {
        assertThat(found("They told us that the US left")).containsExactlyInAnyOrder("Q30 [US]");
        assertThat(found("US STRIKES TARGETS IN YEMEN")).containsExactlyInAnyOrder("Q30 [US]", "Q805 [YEMEN]");
        assertThat(found("HELP US, SAY RESIDENTS OF YEMEN")).containsExactlyInAnyOrder("Q805 [YEMEN]");
        assertThat(found("THE REST OF US ARE TIRED, SAYS PUTIN")).containsExactlyInAnyOrder("Q7747 [PUTIN]");
    }

    @Test
    void tellsTheCountryFromTheState() {
        assertThat(found("Georgia passes law", "Tbilisi hailed the vote.")).contains("Q230 [Georgia]");
        assertThat(found("Georgia passes law", "Atlanta hailed the vote.")).contains("Q1428 [Georgia]");
    }

    @Test
    void leavesTheBirdOut() {
        assertThat(found("How to roast a turkey")).isEmpty();
        assertThat(found("Turkey and gravy: a thanksgiving guide")).isEmpty();
        assertThat(found("Turkey signs deal")).containsExactlyInAnyOrder("Q43 [Turkey]");
    }

    @Test
    void takesTheLongestName() {
        assertThat(found("UN Security Council meets in New York City"))
                .containsExactlyInAnyOrder("Q37470 [UN Security Council]", "Q60 [New York City]");
    }

    @Test
    void takesAnAcronymInBracketsForTheNameBefore() {
        assertThat(found("Mine", "The Umbala Ore Authority (UOA) shut the pit. The UOA gave no reason."))
                .containsExactlyInAnyOrder("local:umbala-ore-authority [Umbala Ore Authority, UOA, UOA]");
    }

    @Test
    void growsAKnownPlaceIntoTheBodyNamedAfterIt() {
        assertThat(found("Study", "A team of the University of Basra met the Beersheba District Court."))
                .containsExactlyInAnyOrder(
                        "local:university-of-basra [University of Basra]",
                        "local:beersheba-district-court [Beersheba District Court]");
    }

    @Test
    void growsAKnownPlaceIntoThePersonWhoBearsItsName() {
        assertThat(found("Fight", "Jordan Whitfield met Chad Ozuna. Whitfield won."))
                .containsExactlyInAnyOrder(
                        "local:jordan-whitfield [Jordan Whitfield, Whitfield]", "local:chad-ozuna [Chad Ozuna]");
    }

    @Test
    void namesAMinistryByItsState() {
        assertThat(found("Row", "The Peruvian Foreign Ministry protested; Iran's Foreign Ministry did not."))
                .containsExactlyInAnyOrder(
                        "local:peruvian-foreign-ministry [Foreign Ministry]",
                        "Q794 [Iran]",
                        "local:iranian-foreign-ministry [Foreign Ministry]");
    }

    @Test
    void takesAWeakAliasOnlyBesideAStrongOne() {
        assertThat(found("The Guards", "The IRGC said the Guards fired."))
                .anyMatch(e -> e.endsWith("[Guards, IRGC, Guards]"));
        assertThat(found("Town", "Two Guards stood at the gate.")).isEmpty();
    }

    @Test
    void keepsTheWholeOfHyphenatedNames() {
        assertThat(found("Seller", "“No,” said Gu Seung-ho, the Moscow-based envoy. It joined Virginia-class boats."))
                .containsExactlyInAnyOrder("local:gu-seung-ho [Gu Seung-ho]", "Q649 [Moscow]");
    }

    @Test
    void readsDatelines() {
        assertThat(found("Oil", "FISHKHABOUR, Iraq — Oil flows (again)."))
                .containsExactlyInAnyOrder("local:fishkhabour [FISHKHABOUR]", "Q796 [Iraq]");
    }

    @Test
    void readsHeadlinesInAnyCase() {
        assertThat(found("KREMLIN SAYS PUTIN WILL MEET TRUMP IN ANCHORAGE")).hasSize(4);
        assertThat(found("Kremlin Says Putin Will Meet Trump in Anchorage")).hasSize(4);
        assertThat(found("Kremlin says Putin will meet Trump in Anchorage")).hasSize(4);
    }

    @Test
    void givesAnUnknownNameTheSameIdEveryTime() {
        assertThat(found("Row", "Lawyer Zuzana Kralikova spoke."))
                .containsExactlyInAnyOrder("local:zuzana-kralikova [Zuzana Kralikova]");
        assertThat(found("Row", "“No,” said Zuzana Králiková."))
                .containsExactlyInAnyOrder("local:zuzana-kralikova [Zuzana Králiková]");
    }

    @Test
    void carriesCountries() {
        assertThat(RECOGNIZER.recognize(NewsText.headline("Moscow says")))
                .singleElement()
                .satisfies(e -> assertThat(e.countries()).containsExactly("RU"));
    }

    @Test
    void takesTheAcronymOfAKnownBodyForIt() {
        assertThat(found(
                        "Inspectors",
                        "The International Atomic Energy Agency (IAEA) left Iran. The IAEA gave no date."))
                .contains("Q41984 [International Atomic Energy Agency, IAEA, IAEA]");
    }

    @Test
    void aSurnameNeverJoinsAPersonToABody() {
        assertThat(found("Row", "Ada Marlowe Rovers said no. The Bristol Rovers lost 2-1 on Sunday."))
                .noneMatch(e -> e.contains("ada") && e.contains("Bristol"));
        assertThat(found("Court", "Lena Lagarde spoke in Basra. In Basra, Tariq Basra waited."))
                .contains("Q48195 [Basra, Basra]");
    }

    @Test
    void takesAFirstNameThatIsAPlaceForThePersonAtTheHeadOfASentence() {
        assertThat(found("Film", "Sydney Sweeney came late. Sydney smiled. Fans flew in from Sydney."))
                .containsExactlyInAnyOrder("local:sydney-sweeney [Sydney Sweeney, Sydney]", "Q3130 [Sydney]");
    }

    @Test
    void givesABodyThatEveryStateHasToTheCountryOfTheText() {
        assertThat(found("Vote stands", "Kenya counted again. The Supreme Court in Nairobi dismissed the petition."))
                .contains("local:kenyan-supreme-court [Supreme Court]");
        assertThat(RECOGNIZER.recognize(new NewsText("Vote", "Kenya's Supreme Court dismissed the petition.")))
                .filteredOn(entity -> entity.type() == EntityType.ORGANIZATION)
                .singleElement()
                .satisfies(court -> assertThat(court.countries()).containsExactly("KE"));
    }

    @Test
    void namesOneMinistryInOneWay() {
        assertThat(found(
                        "Row",
                        "Peru's Ministry of Foreign Affairs protested. The Peruvian Foreign Ministry said more."))
                .contains("local:peruvian-foreign-ministry [Ministry of Foreign Affairs, Foreign Ministry]");
    }

    @Test
    void aTableThatKnowsTheBodyOfTheCountryGivesItsId() {
        assertThat(found("Rates", "Nigeria's Central Bank held rates."))
                .contains("local:central-bank-of-nigeria [Central Bank]");
    }

    @Test
    void theMainActorsComeFirst() {
        List<String> names = RECOGNIZER
                .recognize(new NewsText(
                        "Lavrov and Rubio meet in Geneva",
                        "Sergei Lavrov met Marco Rubio on Monday. Lavrov brought a plan, Rubio a letter. Hotels near"
                                + " Lyon were full. Later in the day Reuters reported that Belgium would watch."))
                .stream()
                .map(LinkedEntity::name)
                .toList();
        assertThat(names).startsWith("Sergei Lavrov", "Marco Rubio", "Geneva").contains("Belgium", "Reuters");
        assertThat(names.indexOf("Belgium")).isGreaterThan(names.indexOf("Geneva"));
    }

    @Test
    void aCityOfTheListMakesNoMention() {
        EntityTable table = EntityTable.load();
        Set<String> cities = table.cities().stream().map(EntityRecord::id).collect(Collectors.toSet());
        assertThat(found("Traders in Zaranj said trucks moved")).contains("Q475802 [Zaranj]");
        assertThat(RECOGNIZER.recognize(NewsText.headline("Anna Zaranj signs for Leeds United")))
                .noneMatch(entity -> cities.contains(entity.id()));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(found("", "")).isEmpty();
        assertThat(found(" \n ", null)).isEmpty();
    }

    @Test
    void mentionsOfAnyTextSliceToItSortAndDoNotOverlap() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            NewsText text = new NewsText(RandomText.of(random, 20), RandomText.of(random, 60));
            List<LinkedEntity> entities = RECOGNIZER.recognize(text);
            List<Span> spans = entities.stream()
                    .flatMap(e -> e.mentions().stream())
                    .sorted()
                    .toList();
            for (int i = 0; i < spans.size(); i++) {
                Span span = spans.get(i);
                assertThat(text.span(span.field(), span.start(), span.end()))
                        .as("seed %d", seed)
                        .isEqualTo(span);
                if (i > 0 && spans.get(i - 1).field() == span.field()) {
                    assertThat(span.start())
                            .as("seed %d: %s", seed, span)
                            .isGreaterThanOrEqualTo(spans.get(i - 1).end());
                }
            }
            assertThat(entities)
                    .as("seed %d", seed)
                    .allSatisfy(e -> assertThat(e.mentions()).isSorted());
            assertThat(entities.stream().map(LinkedEntity::salience))
                    .as("seed %d", seed)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void severalThreadsFindTheSame() throws IOException {
        List<NewsText> texts = LabelledNews.read(Path.of("news", "dev", "asia.jsonl")).stream()
                .map(LabelledArticle::text)
                .toList();
        List<List<LinkedEntity>> alone =
                texts.stream().map(RECOGNIZER::recognize).toList();
        List<List<LinkedEntity>> together = IntStream.range(0, texts.size())
                .parallel()
                .mapToObj(i -> RECOGNIZER.recognize(texts.get(i)))
                .toList();
        assertThat(together).isEqualTo(alone);
    }

    /** A name of one word at the very beginning once had its second last word asked for. */
    @Test
    void aBodyOfOneWordMayBeginTheText() {
        for (String word : List.of("Rangers", "Ministry", "Court", "Council", "Guards", "Senate")) {
            for (String title : List.of(word, word + " and Celtic trade barbs before Old Firm clash")) {
                NewsText text = new NewsText(title, null);
                for (LinkedEntity entity : RECOGNIZER.recognize(text)) {
                    assertThat(entity.mentions())
                            .allSatisfy(span -> assertThat(text.span(span.field(), span.start(), span.end()))
                                    .isEqualTo(span));
                }
            }
        }
    }
}
