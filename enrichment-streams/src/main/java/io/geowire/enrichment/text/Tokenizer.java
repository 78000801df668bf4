package io.geowire.enrichment.text;

import io.geowire.enrichment.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts news text into words, numbers and marks, in reading order, with offsets that slice to their text. White space,
 * control and format characters lie between tokens; every other character belongs to one.
 *
 * <ul>
 *   <li>An apostrophe between letters stays in its word (O'Brien, Côte d’Ivoire); 's at the end of a word is a token of its
 *       own.
 *   <li>Single letters with periods are one word, the last period included (U.S., D.C.).
 *   <li>A hyphen is always a token of its own.
 *   <li>Scripts written without spaces (Chinese, Japanese kana, Thai, Lao, Khmer, Burmese) give a token a character.
 *   <li>A combining mark belongs to the character before it.
 * </ul>
 */
public final class Tokenizer {
    private static final int ASCII = 0x80;
    private static final int DELETE = 0x7F;
    /** The first of the combining marks. */
    private static final int FIRST_MARK = 0x300;

    private Tokenizer() {}

    /** The tokens of one field. */
    public static List<Token> tokenize(TextField field, String text) {
        List<Token> tokens = new ArrayList<>(text.length() / 5 + 1);
        int start = 0;
        while (start < text.length()) {
            int c = text.codePointAt(start);
            if (isGap(c)) {
                start += Character.charCount(c);
                continue;
            }
            int end;
            Kind kind;
            if (isWordPart(c)) {
                end = endOfWord(text, start);
                kind = kindOfWord(text, start, end);
            } else if (isPossessive(text, start, tokens)) {
                end = start + 2;
                kind = Kind.POSSESSIVE;
            } else {
                end = endOfMarks(text, start + Character.charCount(c));
                kind = Kind.SYMBOL;
            }
            String word = text.substring(start, end);
            tokens.add(new Token(field, start, end, word, Folding.fold(word), kind));
            start = end;
        }
        return tokens;
    }

    private static int endOfWord(String text, int start) {
        int first = text.codePointAt(start);
        if (isUnspaced(first)) {
            return endOfMarks(text, start + Character.charCount(first));
        }
        int abbreviation = endOfAbbreviation(text, start);
        if (abbreviation > start) {
            return abbreviation;
        }
        int end = start;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            if ((isWordPart(c) && !isUnspaced(c)) || isMark(c) || isJoiner(c)) {
                end += Character.charCount(c);
            } else if (joins(text, start, end)) {
                end++;
            } else {
                break;
            }
        }
        return trimJoiners(text, start, end);
    }

    /** Whether the mark at the offset stands inside a word or a number. */
    private static boolean joins(String text, int start, int at) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char mark = text.charAt(at);
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at + 1);
        if (isApostrophe(mark)) {
            return !Character.isDigit(before) && Character.isLetter(after) && !isUnspaced(after) && !endsInS(text, at);
        }
        return (mark == ',' || mark == '.')
                && Character.isDigit(before)
                && Character.isDigit(after)
                && isDigits(text, start, at);
    }

    /** Whether 's and the end of a word follow: the possessive. */
    private static boolean endsInS(String text, int apostrophe) {
        char s = text.charAt(apostrophe + 1);
        if (s != 's' && s != 'S') {
            return false;
        }
        int next = apostrophe + 2;
        return next >= text.length() || (!isWordPart(text.codePointAt(next)) && !isMark(text.codePointAt(next)));
    }

    private static boolean isPossessive(String text, int at, List<Token> before) {
        if (!isApostrophe(text.charAt(at)) || at + 1 >= text.length() || before.isEmpty()) {
            return false;
        }
        Token last = before.get(before.size() - 1);
        return last.end() == at && (last.isWord() || last.kind() == Kind.NUMBER) && endsInS(text, at);
    }

    /** The offset after "U.S." or "U.S", or the start if there is no such abbreviation. */
    private static int endOfAbbreviation(String text, int start) {
        int at = start;
        int letters = 0;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            int next = at + 1;
            boolean period = next < text.length() && text.charAt(next) == '.';
            if (!period) {
                boolean whole = next >= text.length() || !isWordPart(text.codePointAt(next));
                return letters > 0 && whole ? next : (letters > 1 ? at : start);
            }
            letters++;
            at = next + 1;
        }
        return letters > 1 ? at : start;
    }

    private static int endOfMarks(String text, int from) {
        int end = from;
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int trimJoiners(String text, int start, int end) {
        int trimmed = end;
        while (trimmed > start + 1 && isJoiner(text.charAt(trimmed - 1))) {
            trimmed--;
        }
        return trimmed;
    }

    private static Kind kindOfWord(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!Character.isDigit(c) && c != ',' && c != '.') {
                return Kind.WORD;
            }
        }
        return Kind.NUMBER;
    }

    private static boolean isDigits(String text, int start, int end) {
        return kindOfWord(text, start, end) == Kind.NUMBER;
    }

    private static boolean isGap(int c) {
        if (c < ASCII) {
            return c <= ' ' || c == DELETE;
        }
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.CONTROL
                || type == Character.FORMAT;
    }

    private static boolean isWordPart(int c) {
        if (c < ASCII) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean isMark(int c) {
        if (c < FIRST_MARK) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    /** Soft hyphen and zero-width joiners: part of the word they stand in. */
    private static boolean isJoiner(int c) {
        return c == 0x00AD || c == 0x200C || c == 0x200D;
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u2018' || c == '\uFF07';
    }

    private static boolean isUnspaced(int c) {
        if (c < 0x0E00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
