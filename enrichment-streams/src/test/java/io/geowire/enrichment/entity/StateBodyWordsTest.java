package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateBodyWordsTest {
    private static final String GOOD = """
            # comment

            head\tministry house
            head\tcourt
            alone\tsenate
            qualifier\tforeign commons defence defense
            link\tof the affairs
            """;

    private static StateBodyWords read(String text) throws IOException {
        return StateBodyWords.read("b.tsv", new StringReader(text));
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(EntityTableException.class, () -> read(text))
                .faults();
    }

    @Test
    void spellingsOfABodyHaveOneKey() throws IOException {
        StateBodyWords words = read(GOOD);
        assertThat(words.key(List.of("ministry", "of", "foreign", "affairs")))
                .isEqualTo(words.key(List.of("foreign", "ministry")))
                .isEqualTo("foreign ministry");
        assertThat(words.key(List.of("defense", "ministry"))).isEqualTo("defence ministry");
    }

    @Test
    void aBodyNeedsAHeadAndMoreUnlessItStandsAlone() throws IOException {
        StateBodyWords words = read(GOOD);
        assertThat(words.key(List.of("the", "court"))).isNull();
        assertThat(words.key(List.of("foreign", "commons"))).isNull();
        assertThat(words.key(List.of("the", "senate"))).isEqualTo("senate");
        assertThat(words.key(List.of("moot", "court"))).isNull();
        assertThat(words.key(List.of())).isNull();
    }

    @Test
    void aBodyThatOnlySomeStatesHaveIsOfNoOther() throws IOException {
        StateBodyWords words = read(GOOD + "only\thouse of commons\tGB CA\n");
        assertThat(words.has("GB", "commons house")).isTrue();
        assertThat(words.has("FR", "commons house")).isFalse();
        assertThat(words.has("FR", "foreign ministry")).isTrue();
    }

    @Test
    void namesEveryFaultWithItsLine() {
        assertThat(faults(GOOD + """
                        heads\tbank
                        head
                        head\tbank\tGB
                        only\tsenate
                        link\tfor court
                        qualifier\tPublic new  people's
                        only\tcourt\tGB
                        only\tsenate\tUK US US
                        only\tthe senate\tUS
                        """))
                .containsExactly(
                        "b.tsv:8: role 'heads' is none of head, alone, qualifier, link, only",
                        "b.tsv:9: 'only' wants three columns, each other role two; found 1",
                        "b.tsv:10: 'only' wants three columns, each other role two; found 3",
                        "b.tsv:11: 'only' wants three columns, each other role two; found 2",
                        "b.tsv:12: 'court' has its role in b.tsv:4",
                        "b.tsv:13: 'Public' is no single word in small letters",
                        "b.tsv:13: '' is no single word in small letters",
                        "b.tsv:13: 'people's' is no single word in small letters",
                        "b.tsv:14: 'court' is no name of a body by the other rows",
                        "b.tsv:15: country 'UK' is no ISO 3166-1 alpha-2 code",
                        "b.tsv:15: country 'US' is given twice",
                        "b.tsv:16: 'the senate' is given twice");
    }

    @Test
    void theShippedFileNamesTheBodiesOfStates() {
        StateBodyWords words = StateBodyWords.load();
        assertThat(words.key(List.of("supreme", "court"))).isEqualTo("court supreme");
        assertThat(words.has("GB", "house lords")).isTrue();
        assertThat(words.has("FR", "house lords")).isFalse();
    }
}
