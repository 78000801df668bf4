package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

class TownsTest {
    private static Towns read(String... rows) throws IOException {
        return Towns.read("t.tsv", new StringReader(String.join("\n", rows)));
    }

    private static List<String> faults(String... rows) {
        return catchThrowableOfType(EntityTableException.class, () -> read(rows))
                .faults();
    }

    @Test
    void readsTownsOfOneNameInSeveralCountries() throws IOException {
        Towns towns =
                read("# comment", "", "Q1\tUmbala\tIN\t9000", "\tÚmbala\tMX\t8000", "local:umbala-x\tUmbala\tPH\t7000");
        assertThat(towns.named("local:umbala"))
                .containsExactly(
                        new Town("Q1", "Umbala", "IN", 9000),
                        new Town("local:umbala-mx", "Úmbala", "MX", 8000),
                        new Town("local:umbala-x", "Umbala", "PH", 7000));
        assertThat(towns.size()).isEqualTo(3);
    }

    @Test
    void findsATownWithTheWordCityAfterItsName() throws IOException {
        Towns towns = read("\tUmbala\tIN\t9000", "\tBelrad City\tUS\t9000", "\tBelrad\tUS\t8000");
        assertThat(towns.named("local:umbala-city")).extracting(Town::id).containsExactly("local:umbala-in");
        assertThat(towns.named("local:belrad-city")).extracting(Town::id).containsExactly("local:belrad-city-us");
        assertThat(towns.named("local:city")).isEmpty();
    }

    @Test
    void namesEveryFaultWithItsLine() {
        assertThat(faults(
                        "# comment",
                        "Umbala\tIN\t9000",
                        "q1\tUmbala\tIN\t9000",
                        "\t \tIN\t9000",
                        "\t Umbala\tIN\t9000",
                        "\tمدينة\tEG\t9000",
                        "\tBelrad\tXX\t9000",
                        "\tBelrad\tin\t9000",
                        "\tQuin\tIN\tmany",
                        "\tXyl\tIN\t0",
                        "\tXil\tIN\t99999999999"))
                .containsExactly(
                        "t.tsv:2: 4 columns wanted, found 3",
                        "t.tsv:3: id 'q1' is neither a Wikidata QID nor local: with a slug",
                        "t.tsv:4: ' ' is no name that an id can be made of",
                        "t.tsv:5: ' Umbala' is no name that an id can be made of",
                        "t.tsv:6: 'مدينة' is no name that an id can be made of",
                        "t.tsv:7: country 'XX' is no ISO 3166-1 alpha-2 code",
                        "t.tsv:8: country 'in' is no ISO 3166-1 alpha-2 code",
                        "t.tsv:9: population 'many' is no positive number",
                        "t.tsv:10: population '0' is no positive number",
                        "t.tsv:11: population '99999999999' is no positive number");
    }

    @Test
    void refusesAnIdOrANameGivenTwice() {
        assertThat(faults("Q1\tUmbala\tIN\t9000", "Q1\tBelrad\tIN\t9000", "Q2\tÚmbala\tIN\t9000"))
                .containsExactly("t.tsv:2: id 'Q1' is given twice", "t.tsv:3: 'Úmbala' is twice in IN");
    }

    @Test
    void theListThatComesWithGeowireIsLargeAndKeepsTheIdsOfTheTable() {
        Towns towns = Towns.load();
        assertThat(towns.size()).isGreaterThan(40_000);
        SoftAssertions.assertSoftly(softly -> EntityTable.load().cities().forEach(city -> {
            for (Town town : towns.named(Town.key(city.name()))) {
                if (Town.key(town.name()).equals(Town.key(city.name()))
                        && town.country().equals(city.countries().get(0))) {
                    softly.assertThat(town.id()).as(city.name()).isEqualTo(city.id());
                }
            }
        }));
    }
}
