package io.geowire.enrichment.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPiecesTest {
    private static final List<String> PIECES = List.of(
            "[CLS]", "[SEP]", "[UNK]", "talk", "##s", "##ing", "in", "o", "##man", "erdogan", "u", ".", "s", "“", "東",
            "京", "-");
    private static final WordPieces WORDS = new WordPieces(vocabulary());

    private static Map<String, Integer> vocabulary() {
        Map<String, Integer> numbers = new HashMap<>();
        IntStream.range(0, PIECES.size()).forEach(i -> numbers.put(PIECES.get(i), i));
        return numbers;
    }

    private static String pieces(String text, int most) {
        return String.join(
                " ",
                LongStream.of(WORDS.encode(text, most))
                        .mapToObj(number -> PIECES.get((int) number))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Talks in Oman,        [CLS] talk ##s in o ##man [SEP]",
        "TALKING,              [CLS] talk ##ing [SEP]",
        "ERDOĞAN,              [CLS] erdogan [SEP]",
        "U.S.-talks,           [CLS] u . s . - talk ##s [SEP]",
        "“talks,               [CLS] “ talk ##s [SEP]",
        "東京,                  [CLS] 東 京 [SEP]",
        "in xyz in,            [CLS] in [UNK] in [SEP]",
        "talk\u200bs\u0000,    [CLS] talk ##s [SEP]",
        "' \t\u00a0\u3000',    [CLS] [SEP]",
        "'',                   [CLS] [SEP]"
    })
    void cutsWordsIntoTheLongestPieces(String text, String pieces) {
        assertThat(pieces(text, 20)).isEqualTo(pieces);
    }

    @Test
    void cutsOffWhatIsTooLong() {
        assertThat(pieces("in in talks", 5)).isEqualTo("[CLS] in in talk [SEP]");
        assertThat(pieces("in in", 2)).isEqualTo("[CLS] [SEP]");
        assertThat(WORDS.encode("talks ".repeat(100_000), 128)).hasSize(128);
    }

    @Test
    void takesAWordBeyondAllMeasureAsUnknown() {
        assertThat(pieces("s".repeat(101), 20)).isEqualTo("[CLS] [UNK] [SEP]");
    }

    @Test
    void standsHalfASurrogate() {
        assertThat(pieces("in \ud83d in", 20)).isEqualTo("[CLS] in in [SEP]");
    }

    @Test
    void wantsItsSpecialPieces() {
        assertThatThrownBy(() -> new WordPieces(Map.of("[CLS]", 0, "[SEP]", 1)))
                .hasMessage("the vocabulary has no [UNK]");
    }
}
