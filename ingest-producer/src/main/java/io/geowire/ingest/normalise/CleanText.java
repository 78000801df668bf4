package io.geowire.ingest.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Text as every later part may rely on: Unicode NFC, no control characters, no lone surrogates. Everything else stays:
 * quotes, dashes, emoji with their joiners, direction marks, no-break spaces.
 */
public final class CleanText {
    private static final int REPLACEMENT = 0xFFFD;

    private CleanText() {}

    /**
     * Text of one line. Line breaks, tabs and runs of white space become one space; white space at the ends goes. A
     * single no-break or thin space between words stays what it is.
     */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        int spaces = 0;
        int space = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                spaces++;
                space = Character.getType(c) == Character.SPACE_SEPARATOR ? c : ' ';
            } else if (!isControl(c)) {
                if (spaces > 0 && !line.isEmpty()) {
                    line.appendCodePoint(spaces == 1 ? space : ' ');
                }
                spaces = 0;
                line.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return Normalizer.normalize(line, Normalizer.Form.NFC);
    }

    /** Text of paragraphs: these are parted by one empty line each, lines inside them by a line feed. */
    public static String paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.split("\r\n|[\n\r\u000B\f\u0085\u2028]|(?=\u2029)", -1)) {
            boolean begins = line.startsWith("\u2029");
            String clean = stripTrailing(begins ? line.substring(1) : line);
            if (begins || clean.isEmpty()) {
                flush(paragraph, paragraphs);
            }
            if (!clean.isEmpty()) {
                paragraph.append(paragraph.isEmpty() ? "" : "\n").append(clean);
            }
        }
        flush(paragraph, paragraphs);
        return Normalizer.normalize(String.join("\n\n", paragraphs), Normalizer.Form.NFC);
    }

    /** Whether a reader would see something of it. */
    public static boolean isVisible(String text) {
        return text.codePoints()
                .anyMatch(c -> !isSpace(c) && Character.getType(c) != Character.FORMAT && !isControl(c));
    }

    private static void flush(StringBuilder paragraph, List<String> paragraphs) {
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private static String stripTrailing(String line) {
        StringBuilder clean = new StringBuilder(line.length());
        int end = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                clean.appendCodePoint(isControl(c) ? ' ' : c);
            } else if (!isControl(c)) {
                clean.appendCodePoint(isSurrogate(c) ? REPLACEMENT : c);
                end = clean.length();
            }
        }
        clean.setLength(end);
        return clean.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isControl(int c) {
        return Character.getType(c) == Character.CONTROL;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
