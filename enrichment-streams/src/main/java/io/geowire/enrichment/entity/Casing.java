package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Token;
import java.util.List;
import java.util.Set;

/** How a field uses capitals: what a capital tells about a word depends on it. */
enum Casing {
    /** Only names and first words have capitals. */
    SENTENCE,
    /** Nearly all words have one. */
    TITLE,
    /** All is in capitals. */
    UPPER;

    /** Words that stay small in title case. */
    private static final Set<String> SMALL = Set.of(
            "a", "al", "an", "and", "as", "at", "be", "but", "by", "de", "el", "for", "from", "if", "in", "into", "is",
            "it", "la", "nor", "not", "of", "off", "on", "or", "out", "over", "per", "so", "the", "than", "to", "up",
            "via", "vs", "with", "yet", "bin");

    static Casing of(List<Token> tokens) {
        int telling = 0;
        int capitalised = 0;
        int words = 0;
        int upper = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!token.isWord()) {
                continue;
            }
            words++;
            if (token.isAllCaps() || (token.text().length() == 1 && token.isCapitalised())) {
                upper++;
            }
            if (i > 0 && !SMALL.contains(token.folded())) {
                telling++;
                if (token.isCapitalised()) {
                    capitalised++;
                }
            }
        }
        if (words > 1 && upper * 10 >= words * 8) {
            return UPPER;
        }
        return telling > 1 && capitalised * 10 >= telling * 8 ? TITLE : SENTENCE;
    }
}
