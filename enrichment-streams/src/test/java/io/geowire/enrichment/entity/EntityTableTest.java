package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geowire.enrichment.entity.Alias.Strength;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EntityTableTest {
    private static final String GOOD = row("Q230", "LOCATION", "Georgia", "", "Georgian", "GE", "");

    private static String row(String... cells) {
        return String.join("\t", cells) + "\n";
    }

    private static EntityTable read(String text) throws IOException {
        return EntityTable.read("t.tsv", new StringReader(text));
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(EntityTableException.class, () -> read(text))
                .faults();
    }

    @Test
    void readsARow() throws IOException {
        EntityTable table = read("# comment\n\n"
                + row(
                        "local:irgc",
                        "ORGANIZATION",
                        "Revolutionary Guard",
                        "IRGC ; =ICE ; ~Guards",
                        "",
                        "IR IQ",
                        "IRGC: tehran, !Sofia ; Guards: Iran"));
        assertThat(table.entities())
                .containsExactly(new EntityRecord(
                        "local:irgc",
                        EntityType.ORGANIZATION,
                        "Revolutionary Guard",
                        List.of(
                                new Alias("Revolutionary Guard", Strength.PLAIN, List.of(), List.of()),
                                new Alias("IRGC", Strength.PLAIN, List.of("tehran"), List.of("sofia")),
                                new Alias("ICE", Strength.EXACT, List.of(), List.of()),
                                new Alias("Guards", Strength.WEAK, List.of("iran"), List.of())),
                        List.of(),
                        List.of("IR", "IQ")));
    }

    @Test
    void namesEveryFaultWithItsLine() {
        assertThat(faults(GOOD
                        + row("Q0", "LOCATION", "A", "", "", "", "")
                        + row("Q1", "PLACE", "B", "", "", "", "")
                        + row("Q2", "LOCATION", "C", "", "", "UK ge", "")
                        + "Q3\tLOCATION\tD\n"))
                .containsExactly(
                        "t.tsv:2: id 'Q0' is neither a Wikidata QID nor local: with a slug",
                        "t.tsv:3: type 'PLACE' is none of [PERSON, ORGANIZATION, LOCATION, TREATY, EVENT]",
                        "t.tsv:4: country 'UK' is no ISO 3166-1 alpha-2 code",
                        "t.tsv:4: country 'ge' is no ISO 3166-1 alpha-2 code",
                        "t.tsv:5: 7 columns wanted, found 3");
        assertThatThrownBy(() -> read("x\ny\n")).hasMessageContaining("t.tsv:1").hasMessageContaining("t.tsv:2");
    }

    @Test
    void rejectsAnIdGivenTwice() {
        assertThat(faults(GOOD + row("Q230", "LOCATION", "Other", "", "", "", "")))
                .containsExactly("t.tsv:2: id 'Q230' is that of t.tsv:1");
    }

    @Test
    void rejectsAnAliasOfTwoEntitiesWithoutAContextRule() {
        String state = row("Q1428", "LOCATION", "State of Georgia", "Georgia", "", "US", "");
        assertThat(faults(GOOD + state))
                .containsExactly("t.tsv:2: alias 'Georgia' also names the entity of t.tsv:1"
                        + " and neither has a context rule for it");
    }

    @Test
    void acceptsAnAliasOfTwoEntitiesWithAContextRule() throws IOException {
        String state = row("Q1428", "LOCATION", "State of Georgia", "Georgia", "", "US", "Georgia: atlanta");
        assertThat(read(GOOD + state).entities()).hasSize(2);
    }

    @Test
    void rejectsControlCharacters() {
        assertThat(faults(row("Q1", "LOCATION", "A\u0007b", "", "", "", "")))
                .containsExactly("t.tsv:1: control character");
    }

    @Test
    void rejectsBlankAndRepeatedAliases() {
        assertThat(faults(row("Q1", "LOCATION", "A", "B ;  ; C", "", "", ""))).hasSize(1);
        assertThat(faults(row("Q1", "LOCATION", "A", "B ; B", "", "", "")))
                .containsExactly("t.tsv:1: alias 'B' is given twice");
        assertThat(faults(row("Q1", "LOCATION", "A", "A", "", "", "")))
                .containsExactly("t.tsv:1: alias 'A' is given twice");
        assertThat(faults(row("Q1", "LOCATION", "A", "~", "", "", "")))
                .containsExactly("t.tsv:1: alias '~' has no letter");
        assertThat(faults(row("Q1", "LOCATION", " ", "", "", "", "")))
                .containsExactly("t.tsv:1: name is blank or has blanks around it");
    }

    @Test
    void rejectsAContextThatCannotApply() {
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "B: x")))
                .containsExactly("t.tsv:1: context for 'B', which is no alias of this row");
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "A x")))
                .containsExactly("t.tsv:1: context 'A x' wants the form 'alias: word, !word'");
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "A: two words")))
                .containsExactly("t.tsv:1: context 'A: two words' wants single words");
    }

    @Test
    void shipsEveryCountryWithItsCapital() {
        Set<String> covered = EntityTable.load().entities().stream()
                .filter(e -> e.type() == EntityType.LOCATION)
                .flatMap(e -> e.countries().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(covered).containsAll(List.of(Locale.getISOCountries()));
    }

    @Test
    void shipsAliasesOfTheSpellingFamilies() {
        assertThat(EntityTable.load().entities())
                .filteredOn(e -> e.id().equals("Q3874799"))
                .singleElement()
                .satisfies(e -> assertThat(e.aliases())
                        .extracting(Alias::text)
                        .contains("Zelenskiy", "Zelensky", "Zelenskyy", "Volodymyr Zelensky"));
    }

    @Test
    void shipsThreePersonsInOfficeOrMoreOfEightyCountries() {
        Map<String, Long> persons = EntityTable.load().entities().stream()
                .filter(entity -> entity.type() == EntityType.PERSON)
                .flatMap(entity -> entity.countries().stream())
                .collect(Collectors.groupingBy(country -> country, Collectors.counting()));
        assertThat(persons.values().stream().filter(count -> count >= 3)).hasSizeGreaterThanOrEqualTo(80);
        assertThat(persons).hasSizeGreaterThanOrEqualTo(180);
    }

    @Test
    void shipsTreatiesBodiesAndSeas() {
        Map<EntityType, Long> counts = EntityTable.load().entities().stream()
                .collect(Collectors.groupingBy(EntityRecord::type, Collectors.counting()));
        assertThat(counts.get(EntityType.TREATY)).isGreaterThanOrEqualTo(120);
        assertThat(counts.get(EntityType.ORGANIZATION)).isGreaterThanOrEqualTo(1_400);
        assertThat(EntityTable.load().entities().stream()
                        .filter(entity -> entity.type() == EntityType.LOCATION)
                        .map(EntityRecord::name))
                .contains(
                        "Strait of Hormuz",
                        "Bab al-Mandab",
                        "Taiwan Strait",
                        "Kerch Strait",
                        "Strait of Malacca",
                        "South China Sea",
                        "East China Sea",
                        "Red Sea",
                        "Black Sea",
                        "Baltic Sea",
                        "Sea of Azov",
                        "Persian Gulf",
                        "Crimea",
                        "Donbas",
                        "Gaza Strip",
                        "West Bank",
                        "Kashmir",
                        "Western Sahara",
                        "Transnistria",
                        "Abkhazia",
                        "South Ossetia",
                        "Nagorno-Karabakh",
                        "Golan Heights",
                        "Pokrovsk");
    }
}
