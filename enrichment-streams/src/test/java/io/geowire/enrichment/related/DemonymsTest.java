package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.entity.EntityTable;
import org.junit.jupiter.api.Test;

class DemonymsTest {
    private final Demonyms demonyms = Demonyms.of(EntityTable.load());

    @Test
    void adjectivesAndPeoplesNameTheirCountry() {
        assertThat(demonyms.countries("ARGENTINE court jails two Afghans")).containsExactly("AF", "AR");
    }

    @Test
    void theLongerNameCounts() {
        assertThat(demonyms.countries("Equatorial Guinean minister resigns")).containsExactly("GQ");
        assertThat(demonyms.countries("Guinean minister resigns")).containsExactly("GN");
    }

    @Test
    void otherWordsNameNone() {
        assertThat(demonyms.countries("Storm closes harbour")).isEmpty();
        assertThat(demonyms.countries("— ☂ —")).isEmpty();
        assertThat(demonyms.countries("")).isEmpty();
    }
}
