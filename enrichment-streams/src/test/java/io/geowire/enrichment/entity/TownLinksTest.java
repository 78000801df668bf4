package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which town of the list a place is that the tagger finds. */
class TownLinksTest {
    private static final TableRecognizer RECOGNIZER =
            new TableRecognizer(EntityTable.load(), towns(), TaggerModel.load());

    private static Towns towns() {
        try {
            return Towns.read("t.tsv", new StringReader("""
                    Q987654321	Zurvani	MX	9000
                    	Zurvani	PH	80000
                    	Belradaal	NG	6000
                    	Umbalapur	IN	400000
                    	Reading	US	87000
                    	Lincoln	US	280000
                    	Whitfield	US	9000
                    """));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(String title, String body) {
        return RECOGNIZER.recognize(new NewsText(title, body)).stream()
                .map(entity -> entity.id()
                        + ' '
                        + entity.countries()
                        + ' '
                        + entity.mentions().size())
                .toList();
    }

    @Test
    void aTownWhoseCountryTheTextTellsComesFirst() {
        assertThat(found(
                        "Bus falls into ravine",
                        "A bus fell into a ravine near Zurvani in Mexico. It had left Zurvani late."))
                .contains("Q987654321 [MX] 2");
        assertThat(found("Bus falls", "The Philippine police said that a bus fell into a ravine near Zurvani."))
                .contains("local:zurvani-ph [PH] 1");
    }

    @Test
    void theCountryToldNextToTheNameCountsMoreThanOneToldOften() {
        assertThat(found(
                        "Manila sends nurses",
                        "The Philippines sent nurses. The Philippine doctors flew from Manila to Zurvani in Mexico."))
                .contains("Q987654321 [MX] 1");
    }

    @Test
    void theLargestCountsWhereNoCountryIsTold() {
        assertThat(found("Bus falls", "A bus fell into a ravine near Zurvani on Monday."))
                .contains("local:zurvani-ph [PH] 1");
    }

    @Test
    void aNameOfSeveralTownsIsNoneOfThemInATextAboutOtherCountries() {
        assertThat(found("Bus falls", "Police in Ukraine said a bus fell into a ravine near Zurvani."))
                .contains("local:zurvani [] 1");
    }

    @Test
    void onlyALargeTownIsMeantInATextAboutOtherCountries() {
        assertThat(found("Bus falls", "Police in Ukraine said a bus fell into a ravine near Belradaal."))
                .contains("local:belradaal [] 1");
        assertThat(found("Envoy", "The envoy left Ukraine and flew to Umbalapur on Monday."))
                .contains("local:umbalapur-in [IN] 1");
    }

    @Test
    void oneNameIsOneTownThroughoutAText() {
        assertThat(found(
                        "Zurvani buries its dead",
                        "Thousands came to Zurvani on Monday. The fire in Zurvani, Mexico, was the worst in years."))
                .contains("Q987654321 [MX] 3");
    }

    @Test
    void aTownMakesNoMentionAndChangesNoType() {
        assertThat(found("Anna Zurvani signs for Leeds United", "Zurvani scored twice. Reading scores fall."))
                .contains("local:anna-zurvani [] 2")
                .noneMatch(entity -> entity.contains("-ph") || entity.contains("-us"));
        assertThat(found("Nursery teaches reading", "Reading is fun.")).isEmpty();
    }

    @Test
    void aNameThatPersonsBearNeedsASignOfThePlace() {
        assertThat(found("Fire", "A fire broke out in Lincoln on Monday.")).contains("local:lincoln-us [US] 1");
        assertThat(found("Lincoln signs for Manchester City", null)).noneMatch(entity -> entity.contains("-us"));
    }
}
