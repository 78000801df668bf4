package io.geowire.enrichment.text;

import java.text.Normalizer;
import java.util.Locale;

/** The form in which spellings are compared: "Erdoğan" and "ERDOGAN", "Sana’a" and "Sana'a" fold to the same. */
public final class Folding {
    private Folding() {}

    /**
     * Lower case without diacritics, apostrophes as ', hyphens as -, invisible format characters left out. Letters that
     * Unicode does not decompose are written as English newsrooms write them (ø as o, ß as ss). Folding twice changes
     * nothing more.
     */
    public static String fold(String text) {
        if (isFolded(text)) {
            return text;
        }
        if (isAscii(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> appendFolded(folded, c));
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, int c) {
        switch (c) {
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ħ' -> folded.append('h');
            case 'ı' -> folded.append('i');
            case 'ə' -> folded.append('a');
            case 'ß' -> folded.append("ss");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'þ' -> folded.append("th");
            case '\u2018', '\u2019', '\u02BC', '\u02BB', '\u02BE', '\u02BF', '`', '\u00B4', '\u2032', '\uFF07' ->
                folded.append('\'');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212' -> folded.append('-');
            default -> {
                if (!isDropped(c)) {
                    folded.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isDropped(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    private static boolean isFolded(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z') || c == '`') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80 || text.charAt(i) == '`') {
                return false;
            }
        }
        return true;
    }
}
