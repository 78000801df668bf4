package io.geowire.alerts.watch;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * A phrase that must occur in exact case and stand apart: a letter or digit at its edge has no other directly beside it, except where
 * the script writes no spaces between words. Any white space counts as any other, and so do straight and curly
 * apostrophes and quotation marks, and plain and non-breaking hyphens.
 */
final class ExactPhrase {
    private final String phrase;
    private final String plain;

    ExactPhrase(String phrase) {
        this.phrase = phrase;
        StringBuilder letters = new StringBuilder();
        for (char c : Normalizer.normalize(phrase, Normalizer.Form.NFC).strip().toCharArray()) {
            char plainChar = plain(c);
            if (plainChar != ' ' || letters.charAt(letters.length() - 1) != ' ') {
                letters.append(plainChar);
            }
        }
        this.plain = letters.toString();
    }

    /** Whether a text can be looked for: it has a letter or a digit. */
    static boolean isPhrase(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    /** The phrase as given. */
    String phrase() {
        return phrase;
    }

    /** The character that {@link #plain(char)} gives for every text that this phrase begins. */
    char first() {
        return plain.charAt(0);
    }

    /** The offset behind the phrase if the text has it at an offset, else -1. */
    int endAt(String text, int start) {
        int at = start;
        for (int i = 0; i < plain.length(); i++) {
            char wanted = plain.charAt(i);
            if (at >= text.length() || plain(text.charAt(at)) != wanted) {
                return -1;
            }
            at++;
            if (wanted == ' ') {
                while (at < text.length() && plain(text.charAt(at)) == ' ') {
                    at++;
                }
            }
        }
        return isBoundary(text, start) && isBoundary(text, at) ? at : -1;
    }

    /** One character for all that look the same to a reader. */
    static char plain(char c) {
        return switch (c) {
            case '\u2018', '\u2019', '\u02BC', '\uFF07' -> '\'';
            case '\u201C', '\u201D', '\u201E' -> '"';
            case '\u2010', '\u2011' -> '-';
            default -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
        };
    }

    private static boolean isBoundary(String text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        int before = text.codePointBefore(at);
        int behind = text.codePointAt(at);
        if (Character.getType(behind) == Character.NON_SPACING_MARK) {
            return false; // It belongs to the letter before.
        }
        return !isWordPart(before) || !isWordPart(behind);
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && !isWrittenWithoutSpaces(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK;
    }

    private static boolean isWrittenWithoutSpaces(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
