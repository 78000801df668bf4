package io.geowire.enrichment.training.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.enrichment.entity.EntityTable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TownListTest {
    @TempDir
    private Path folder;

    private static String town(int id, String name, String code, String country, int population) {
        return String.join(
                "\t",
                String.valueOf(id),
                name,
                "",
                "",
                "1.5",
                "2.5",
                "P",
                code,
                country,
                "",
                "01",
                "",
                "",
                "",
                String.valueOf(population),
                "",
                "",
                "",
                "");
    }

    private static String name(String qid, String name, String country, String kind, String sources) {
        return String.join("\t", qid, "LOCATION", name, "", "", country, kind, "", sources, "");
    }

    private static String place(String id, String name, String aliases, String kinds) {
        return String.join("\t", id, "LOCATION", name, aliases, "", "IN", "", kinds);
    }

    private List<String> made(List<String> geoNames, List<String> names, String table) throws IOException {
        Path out = folder.resolve("towns.tsv.gz");
        TownList.make(
                Files.write(folder.resolve("geonames.tsv"), geoNames),
                Files.write(folder.resolve("names.tsv"), names),
                EntityTable.read("table", new StringReader(table)),
                out);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(out))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void takesTheLargestOfANameInACountry() throws IOException {
        assertThat(made(
                        List.of(
                                town(1, "Umbala", "PPL", "IN", 5000),
                                town(2, "Úmbala", "PPLA", "IN", 7000),
                                town(3, "Umbala", "PPL", "MX", 6000)),
                        List.of(),
                        ""))
                .containsExactly("\tÚmbala\tIN\t7000", "\tUmbala\tMX\t6000");
    }

    @Test
    void leavesOutVillagesPartsOfTownsAndTownsThatAreNoMore() throws IOException {
        assertThat(made(
                        List.of(
                                town(1, "Hamlet", "PPL", "IN", 4999),
                                town(2, "Quarter", "PPLX", "IN", 9000),
                                town(3, "Ruin", "PPLH", "IN", 9000),
                                town(4, "Belrad (Kreis 7) / Witi", "PPL", "CH", 9000),
                                town(5, "Belrad (Oder)", "PPL", "DE", 9000),
                                town(6, "Biel/Bienne", "PPL", "CH", 9000)),
                        List.of(),
                        ""))
                .containsExactly("\tBiel\tCH\t9000", "\tBelrad\tDE\t9000");
    }

    @Test
    void keepsTheIdOfTheTable() throws IOException {
        String table = String.join(
                "\n",
                place("local:umbala-state", "Umbala", "", "state"),
                place("Q5", "Belrad (Goa)", "Belrad", ""),
                place("local:quin-bay", "Quin Bay", "Quin", ""),
                place("Q6", "Twice (Goa)", "~Twice", ""),
                place("Q7", "Twice (Punjab)", "~Twice", ""),
                place("Q8", "Xyl", "Xil", ""));
        assertThat(made(
                        List.of(
                                town(1, "Umbala", "PPL", "IN", 9000),
                                town(2, "Belrad", "PPL", "IN", 9000),
                                town(3, "Quin", "PPL", "IN", 9000),
                                town(4, "Twice", "PPL", "IN", 9000),
                                town(5, "Xil", "PPL", "IN", 9000),
                                town(6, "Xyl", "PPL", "IN", 9001)),
                        List.of(name("Q9", "Twice", "IN", "city", "natural-earth+dr5hn")),
                        table))
                .containsExactly(
                        "Q5\tBelrad\tIN\t9000",
                        "\tQuin\tIN\t9000",
                        "\tTwice\tIN\t9000",
                        "\tUmbala\tIN\t9000",
                        "\tXil\tIN\t9000",
                        "Q8\tXyl\tIN\t9001");
    }

    @Test
    void takesAQidOnlyWhereTwoSourcesAgreeAndOnlyOneTownCanBeMeant() throws IOException {
        assertThat(made(
                        List.of(
                                town(1, "Agreed", "PPL", "IN", 9000),
                                town(2, "Alone", "PPL", "IN", 9000),
                                town(3, "Region", "PPL", "IN", 9000),
                                town(4, "Two Ids", "PPL", "IN", 9000),
                                town(5, "Near Namesake", "PPL", "IN", 9000),
                                town(6, "Near Namesake", "PPL", "IN", 8000),
                                town(7, "Far Namesake", "PPL", "IN", 90000),
                                town(8, "Far Namesake", "PPL", "IN", 8000)),
                        List.of(
                                name("Q1", "Agreed", "IN", "city", "natural-earth+dr5hn"),
                                name("Q2", "Alone", "IN", "city", "natural-earth"),
                                name("Q3", "Region", "IN", "region", "natural-earth+dr5hn"),
                                name("Q4", "Two Ids", "IN", "city", "natural-earth+dr5hn"),
                                name("Q5", "Two Ids", "IN", "city", "natural-earth+dr5hn"),
                                name("Q6", "Near Namesake", "IN", "city", "natural-earth+dr5hn"),
                                name("Q7", "Far Namesake", "IN", "city", "natural-earth+dr5hn")),
                        ""))
                .containsExactly(
                        "Q1\tAgreed\tIN\t9000",
                        "\tAlone\tIN\t9000",
                        "Q7\tFar Namesake\tIN\t90000",
                        "\tNear Namesake\tIN\t9000",
                        "\tRegion\tIN\t9000",
                        "\tTwo Ids\tIN\t9000");
    }

    @Test
    void namesTheLineThatIsNoRow() {
        assertThatThrownBy(() -> made(List.of(town(1, "Umbala", "PPL", "IN", 9000), "no row"), List.of(), ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("geonames.tsv:2: no row of a dump of GeoNames");
    }
}
