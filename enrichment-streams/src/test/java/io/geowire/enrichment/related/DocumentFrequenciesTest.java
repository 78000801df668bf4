package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentFrequenciesTest {
    @Test
    void theShippedTableKnowsCommonTermsAndEntities() {
        DocumentFrequencies frequencies = DocumentFrequencies.load();

        assertThat(frequencies.share("minister")).isGreaterThan(0.05);
        assertThat(frequencies.share("Q30")).isGreaterThan(0.03);
    }

    @Test
    void whatNeverOccurredWeighsMost() {
        DocumentFrequencies frequencies = new DocumentFrequencies(100, Map.of("all", 100, "some", 10));

        assertThat(frequencies.weight("all")).isZero();
        assertThat(frequencies.weight("some")).isPositive().isLessThan(frequencies.weight("unseen"));
        assertThat(frequencies.share("unseen")).isZero();
    }

    @Test
    void commentsAndEmptyLinesAreSkipped() throws IOException {
        assertThat(parse("# comment\n\ndocuments\t10\nword\t2\n").share("word")).isEqualTo(0.2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "word\\t3                            | table:1: expected 'documents' first, not 'word'",
                "documents\\t0                       | table:1: count must be from 1 to 2147483647, not '0'",
                "documents\\t10\\nword               | table:2: expected a term, a tab and a count, not 'word'",
                "documents\\t10\\nword\\t1\\t2       | table:2: expected a term, a tab and a count, not 'word\t1\t2'",
                "documents\\t10\\n#\\nword\\tmany    | table:3: count must be from 1 to 10, not 'many'",
                "documents\\t10\\nword\\t11          | table:2: count must be from 1 to 10, not '11'",
                "documents\\t10\\nword\\t1\\nword\\t2 | table:3: 'word' occurs twice",
                "# nothing                           | table: empty, expected 'documents' and terms",
            })
    void aBadTableIsRefusedByLine(String text, String message) {
        assertThatThrownBy(() -> parse(text.replace("\\t", "\t").replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void countsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new DocumentFrequencies(0, Map.of())).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> new DocumentFrequencies(5, Map.of("word", 6)))
                .hasMessageContaining("'word' must be from 1 to 5, not 6");
    }

    private static DocumentFrequencies parse(String text) throws IOException {
        return DocumentFrequencies.parse("table", new BufferedReader(new StringReader(text)));
    }
}
