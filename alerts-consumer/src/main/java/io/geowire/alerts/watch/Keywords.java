package io.geowire.alerts.watch;

import java.text.Normalizer;
import java.util.Locale;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/** Makes ids and names comparable: as a whole, without case, diacritics or differences in white space. */
final class Keywords {
    /** Lucene takes terms up to 32,766 bytes; no name is near. */
    private static final int MAX_LENGTH = 1_000;

    private Keywords() {}

    static String fold(String text) {
        return fold(text, true);
    }

    /** Like {@link #fold(String)} for a part of a keyword, whose outer white space counts. */
    static String foldPart(String text) {
        return fold(text, false);
    }

    private static String fold(String text, boolean whole) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ");
        char[] lower =
                (whole ? composed.strip() : composed).toLowerCase(Locale.ROOT).toCharArray();
        char[] folded = new char[lower.length * 4];
        int length = ASCIIFoldingFilter.foldToASCII(lower, 0, folded, 0, lower.length);
        return new String(folded, 0, Math.min(length, MAX_LENGTH));
    }
}
