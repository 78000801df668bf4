package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.geowire.enrichment.entity.Alias.Strength;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
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
                                new Alias("Revolutionary Guard", Strength.PLAIN),
                                new Alias("IRGC", Strength.PLAIN, List.of("tehran"), List.of("sofia"), List.of()),
                                new Alias("ICE", Strength.EXACT),
                                new Alias("Guards", Strength.WEAK, List.of("iran"), List.of(), List.of())),
                        List.of(),
                        List.of("IR", "IQ"),
                        Set.of()));
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
                        "t.tsv:5: 7 or 8 columns wanted, found 3");
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
                .containsExactly("t.tsv:2: alias 'georgia' also names the entity of t.tsv:1"
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
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "A: @QQ")))
                .containsExactly("t.tsv:1: context 'A: @QQ' names no country: '@QQ'");
    }

    @Test
    void readsKindsAndRejectsThoseOfAnotherType() throws IOException {
        assertThat(read(row("Q1", "LOCATION", "A", "", "", "", "", "state capital"))
                        .entities())
                .singleElement()
                .satisfies(entity -> assertThat(entity.kinds()).containsOnly(EntityKind.STATE, EntityKind.CAPITAL));
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "", "party")))
                .containsExactly("t.tsv:1: kind 'party' is not for a LOCATION");
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "", "state state")))
                .containsExactly("t.tsv:1: kind 'state' is given twice");
        assertThat(faults(row("Q1", "LOCATION", "A", "", "", "", "", "city")))
                .singleElement()
                .asString()
                .startsWith("t.tsv:1: kind 'city' is none of [state, territory,");
    }

    @Test
    void rejectsAnotherSpellingOfAnAliasOfAnotherEntity() {
        assertThat(faults(row("Q1", "LOCATION", "Bogotá", "", "", "", "")
                        + row("Q2", "LOCATION", "Bogota", "", "", "", "")))
                .containsExactly("t.tsv:2: alias 'bogota' also names the entity of t.tsv:1"
                        + " and neither has a context rule for it");
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
}
