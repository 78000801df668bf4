package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table that ships covers, counted; {@code docs/entities.md} states the same figures. */
class EntityCoverageTest {
    private static final List<EntityRecord> ENTITIES = EntityTable.load().entities();
    private static final Set<EntityKind> OFFICES = EnumSet.of(
            EntityKind.HEAD_OF_STATE,
            EntityKind.HEAD_OF_GOVERNMENT,
            EntityKind.FOREIGN_MINISTER,
            EntityKind.DEFENCE_MINISTER);
    /** Where nobody lives but scientists, soldiers and guests. */
    private static final Set<String> WITHOUT_PEOPLE = Set.of("AQ", "BV", "HM", "IO", "TF", "UM");

    private static final Set<String> WITHOUT_CAPITAL = Set.of("AQ", "BV", "HM", "IO", "UM");

    private static Stream<EntityRecord> of(EntityKind... kinds) {
        Set<EntityKind> wanted = Set.of(kinds);
        return ENTITIES.stream().filter(entity -> entity.kinds().stream().anyMatch(wanted::contains));
    }

    private static List<String> codes(Predicate<String> without) {
        return Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("XK"))
                .filter(without.negate())
                .toList();
    }

    private static long officesFilled(String country) {
        return of(OFFICES.toArray(EntityKind[]::new))
                .filter(person -> person.countries().contains(country))
                .flatMap(person -> person.kinds().stream())
                .filter(OFFICES::contains)
                .distinct()
                .count();
    }

    @Test
    void hasEveryStateAndTerritoryOnceWithItsDemonymAndCapital() {
        assertThat(of(EntityKind.STATE, EntityKind.TERRITORY).flatMap(entity -> entity.countries().stream()))
                .containsExactlyInAnyOrderElementsOf(codes(code -> false));
        assertThat(of(EntityKind.STATE, EntityKind.TERRITORY)
                        .filter(entity -> !entity.demonyms().isEmpty())
                        .flatMap(entity -> entity.countries().stream()))
                .containsAll(codes(WITHOUT_PEOPLE::contains));
        assertThat(of(EntityKind.CAPITAL).flatMap(entity -> entity.countries().stream()))
                .containsAll(codes(WITHOUT_CAPITAL::contains));
    }

    @Test
    void namesWhoGovernsMoreThanEightyCountries() {
        assertThat(codes(code -> officesFilled(code) < OFFICES.size())).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void knowsTheLeadersOfTheGroupOfTwentyByTheirSurnames() {
        Set<String> aliases = of(EntityKind.HEAD_OF_STATE, EntityKind.HEAD_OF_GOVERNMENT)
                .flatMap(person -> person.aliases().stream())
                .map(Alias::text)
                .collect(Collectors.toSet());
        assertThat(aliases)
                .contains(
                        "Milei",
                        "Albanese",
                        "Lula",
                        "Carney",
                        "Xi",
                        "Macron",
                        "Merz",
                        "Modi",
                        "Prabowo",
                        "Meloni",
                        "Takaichi",
                        "Sheinbaum",
                        "Putin",
                        "MBS",
                        "Ramaphosa",
                        "Erdoğan",
                        "Starmer",
                        "Trump");
    }

    @Test
    void hasTheSeaPassagesAndContestedPlacesThatNewsIsAbout() {
        assertThat(of(EntityKind.STRAIT, EntityKind.SEA, EntityKind.CONTESTED, EntityKind.FRONT_LINE)
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
                        "Pokrovsk",
                        "El Fasher",
                        "Rafah");
    }

    @Test
    void theDocumentationStatesTheFigures() throws IOException {
        long treaties = ENTITIES.stream()
                .filter(entity -> entity.type() == EntityType.TREATY)
                .count();
        List<String> rows = List.of(
                row(
                        "states and territories",
                        "249",
                        of(EntityKind.STATE, EntityKind.TERRITORY).count(),
                        249),
                row("their capitals", "all", of(EntityKind.CAPITAL).count(), 245),
                row(
                        "countries with heads of state and government, foreign and defence ministers",
                        "80",
                        codes(code -> officesFilled(code) < OFFICES.size()).size(),
                        80),
                row(
                        "persons in these offices",
                        "",
                        of(OFFICES.toArray(EntityKind[]::new)).count(),
                        320),
                row(
                        "international bodies, alliances, ministries, agencies, central banks",
                        "250",
                        of(
                                        EntityKind.INTERNATIONAL_BODY,
                                        EntityKind.ALLIANCE,
                                        EntityKind.MINISTRY,
                                        EntityKind.AGENCY,
                                        EntityKind.CENTRAL_BANK)
                                .count(),
                        250),
                row(
                        "armed groups and parties",
                        "100",
                        of(EntityKind.ARMED_GROUP, EntityKind.PARTY).count(),
                        100),
                row("news agencies and outlets", "100", of(EntityKind.OUTLET).count(), 100),
                row(
                        "treaties, accords and summits",
                        "120",
                        treaties + of(EntityKind.SUMMIT).count(),
                        120),
                row("contested regions", "", of(EntityKind.CONTESTED).count(), 40),
                row("front-line towns", "", of(EntityKind.FRONT_LINE).count(), 60),
                row("straits and canals", "", of(EntityKind.STRAIT).count(), 30),
                row("seas and gulfs", "", of(EntityKind.SEA).count(), 60));
        assertThat(Files.readAllLines(Path.of("docs", "entities.md"))).containsAll(rows);
    }

    private static String row(String what, String wanted, long count, long least) {
        assertThat(count).as(what).isGreaterThanOrEqualTo(least);
        return "| " + what + " | " + (wanted.isEmpty() ? "" : wanted + " ") + "| " + count + " |";
    }
}
