package io.geowire.enrichment.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;

class CasesTest {
    @Test
    void titleCaseLeavesSmallWordsSmallExceptTheFirst() {
        assertThat(Cases.title("the fall of a ‘new’ al-Qaeda cell in Ouagadougou"))
                .isEqualTo("The Fall of a ‘New’ Al-Qaeda Cell in Ouagadougou");
        assertThat(Cases.everyWord("the fall of it")).isEqualTo("The Fall Of It");
    }

    @Test
    void sentenceCaseKeepsNamesAcronymsAndProperWords() {
        String title = "A New Start for US and Russian Envoys in New York: I Say F-16s";
        int at = title.indexOf("New York");
        assertThat(Cases.sentence(title, List.of(new Span(TextField.TITLE, at, at + 8, "New York")), "russian"::equals))
                .isEqualTo("A new start for US and Russian envoys in New York: I say F-16s");
    }

    @Test
    void keepsTheLengthOfWhatHasNoCapitalOfOneCodeUnit() {
        assertThat(Cases.upper("Straße nach Żory")).isEqualTo("STRAßE NACH ŻORY");
    }
}
