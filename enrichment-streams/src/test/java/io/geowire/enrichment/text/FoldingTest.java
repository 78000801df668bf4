package io.geowire.enrichment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
    @Test
    void foldsSpellingsOfOneNameToOneForm() {
        assertThat(Folding.fold("Erdoğan")).isEqualTo("erdogan").isEqualTo(Folding.fold("ERDOGAN"));
        assertThat(Folding.fold("Sana’a")).isEqualTo(Folding.fold("SANA'A"));
        assertThat(Folding.fold("Tørbjorn Łódź Straße Þór Ægir")).isEqualTo("torbjorn lodz strasse thor aegir");
        assertThat(Folding.fold("İSTANBUL ısı")).isEqualTo("istanbul isi");
        assertThat(Folding.fold("co\u00ADoperate")).isEqualTo("cooperate");
    }

    @Test
    void doesNotDependOnTheDefaultLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));
            assertThat(Folding.fold("IRAN")).isEqualTo("iran");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foldingTwiceChangesNothingMore() {
        for (int seed = 0; seed < 2000; seed++) {
            String once = Folding.fold(RandomText.of(new Random(seed), 20));
            assertThat(Folding.fold(once)).as("seed %d", seed).isEqualTo(once);
        }
    }
}
