package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class StatesTest {
    private final States states = read(
            "Q1\tLOCATION\tCongo-Brazzaville\tRepublic of the Congo\tCongolese\tCG\t\tstate",
            "Q2\tLOCATION\tDR Congo\t\tCongolese\tCD\t\tstate",
            "Q3\tLOCATION\tSouth Korea\t\tSouth Korean ; Korean\tKR\t\tstate",
            "Q4\tLOCATION\tNiue\t\t\tNU\t\tterritory",
            "Q5\tLOCATION\tScandinavia\t\tScandinavian\tDK NO SE\t\tstate",
            "Q6\tLOCATION\tBavaria\t\tBavarian\tDE\t\t");

    private static States read(String... rows) {
        try {
            return EntityTable.read("t.tsv", new StringReader(String.join("\n", rows)))
                    .states();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void namesAndDemonymsTellTheCountry() {
        assertThat(states.named("republic of the congo")).isEqualTo("CG");
        assertThat(states.ofDemonym("south korean")).isEqualTo("KR");
        assertThat(states.named("south korean")).isNull();
    }

    @Test
    void aDemonymOfTwoStatesIsThatOfTheFirst() {
        assertThat(states.ofDemonym("congolese")).isEqualTo("CG");
    }

    @Test
    void onlyStatesAndTerritoriesOfOneCountryCount() {
        assertThat(states.named("scandinavia")).isNull();
        assertThat(states.ofDemonym("scandinavian")).isNull();
        assertThat(states.named("bavaria")).isNull();
        assertThat(states.named("niue")).isEqualTo("NU");
    }

    @Test
    void aBodyIsCalledByTheFirstDemonymElseByTheName() {
        assertThat(states.adjective("KR")).isEqualTo("South Korean");
        assertThat(states.adjective("NU")).isEqualTo("Niue");
        assertThat(states.adjective("DE")).isEqualTo("DE");
    }

    @Test
    void theWordsOfNamesAndDemonymsAreItsOwn() {
        assertThat(states.isOwnWord("KR", "south")).isTrue();
        assertThat(states.isOwnWord("KR", "congolese")).isFalse();
        assertThat(states.isOwnWord("CD", "congolese")).isTrue();
    }
}
