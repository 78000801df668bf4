package io.geowire.enrichment.text;

import java.util.Objects;

/**
 * A word, number or mark of a news text.
 *
 * @param field the field it stands in
 * @param start offset of its first UTF-16 code unit
 * @param end offset after its last
 * @param text as written
 * @param folded as compared: {@link Folding#fold} of the text
 * @param kind what it is
 */
public record Token(TextField field, int start, int end, String text, String folded, Kind kind) {

    /** What a token is. */
    public enum Kind {
        /** Letters, perhaps with digits, inner apostrophes, or the periods of an abbreviation: O'Brien, G20, U.S. */
        WORD,
        /** Digits, perhaps with inner commas and periods: 1,550 */
        NUMBER,
        /** 's after a word. */
        POSSESSIVE,
        /** Any other mark, hyphens among them. */
        SYMBOL
    }

    public Token {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(folded, "folded");
        Objects.requireNonNull(kind, "kind");
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException("no token from " + start + " to " + end);
        }
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    /** Whether it is one of the hyphens and dashes that may join two words. */
    public boolean isHyphen() {
        return kind == Kind.SYMBOL && text.length() == 1 && "-\u2010\u2011\u2012\u2013".indexOf(text.charAt(0)) >= 0;
    }

    /** Whether the first letter is an upper or title case one. */
    public boolean isCapitalised() {
        int first = text.codePointAt(0);
        return kind == Kind.WORD && (Character.isUpperCase(first) || Character.isTitleCase(first));
    }

    /** Whether it has at least two letters, all upper case: US, U.S., NATO, G20 has but one. */
    public boolean isAllCaps() {
        if (kind != Kind.WORD) {
            return false;
        }
        int upper = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isUpperCase(c)) {
                upper++;
            } else if (Character.isLetter(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return upper >= 2;
    }
}
