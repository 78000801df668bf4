package io.geowire.enrichment.text;

import java.util.List;
import java.util.Random;

/** Random text of the characters that break tokenizers: emoji, marks, right-to-left, quotes, lone surrogates. */
public final class RandomText {
    private static final List<String> PIECES = List.of(
            "a",
            "S",
            "s",
            "U",
            "US",
            "ß",
            "é",
            "e\u0301",
            "İ",
            "ı",
            "'",
            "’",
            "‘",
            "`",
            "\"",
            "“",
            ".",
            ",",
            "-",
            "–",
            " ",
            " ",
            "\u00A0",
            "\n",
            "\t",
            "\u0000",
            "0",
            "19",
            "٣",
            "中",
            "の",
            "ไ",
            "ק",
            "غ",
            "\u0651",
            "\u200F",
            "\u202E",
            "\u200D",
            "\u200B",
            "\u00AD",
            "🚀",
            "👨‍👩‍👧",
            "🇺🇦",
            "\uFE0F",
            "\uD83D",
            "\uDE80",
            "𝒜",
            "Iran",
            "Lavrov",
            "Sergei",
            "Trump",
            "Gaza",
            "U.S.",
            "ﬁ",
            "%",
            "(",
            ")");

    private RandomText() {}

    /** At most the given number of pieces, the same for the same state of the generator. */
    public static String of(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
