package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void caseAccentsPossessivesAndPluralsMakeNoDifference() {
        assertThat(Words.of("Sanctions on Erdoğan’s allies", 10))
                .isEqualTo(Words.of("SANCTION on Erdogan ally", 10))
                .containsExactly("sanction", "on", "erdogan", "ally");
    }

    @Test
    void abbreviationsLoseTheirPeriods() {
        assertThat(Words.of("U.S. troops", 10)).containsExactly("us", "troop");
    }

    @Test
    void singularWordsThatEndInAnSStay() {
        assertThat(Words.of("crisis status press gas bus", 10)).contains("status", "press", "gas", "bus");
    }

    @Test
    void noMoreThanTheLimitAreTaken() {
        assertThat(Words.of("one two three", 2)).containsExactly("one", "two");
    }

    @Test
    void textWithoutWordsHasNone() {
        assertThat(Words.of("— … !", 10)).isEmpty();
        assertThat(Words.of("", 10)).isEmpty();
    }
}
