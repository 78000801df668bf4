package io.geowire.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.Constants;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The character encoding of a file.
 *
 * @param markLength bytes of the byte order mark that it begins with
 * @param guessed whether it was told by the frequency of bytes alone
 */
public record Encoding(Charset charset, int markLength, boolean guessed) {
    private static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, 0, false);

    /**
     * Tells it from the beginning: by a byte order mark, else UTF-8 if it is, else by guessing. A file whose sequences
     * of high bytes are mostly UTF-8 is a damaged UTF-8 file, whatever else it might be guessed to be; so is one of
     * which nothing can be guessed.
     */
    public static Encoding of(byte[] beginning) {
        Encoding marked = ofMark(beginning);
        if (marked != null) {
            return marked;
        }
        if (isMostlyUtf8(beginning)) {
            return UTF_8;
        }
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(beginning, 0, beginning.length);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (Constants.CHARSET_MACCYRILLIC.equals(name)) {
            // The two share their small letters and little else; nobody has written the other for decades.
            name = Constants.CHARSET_WINDOWS_1251;
        }
        return name != null && Charset.isSupported(name) ? new Encoding(Charset.forName(name), 0, true) : UTF_8;
    }

    private static @Nullable Encoding ofMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return new Encoding(Charset.forName("UTF-32LE"), 4, false);
        }
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return new Encoding(Charset.forName("UTF-32BE"), 4, false);
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2, false);
        }
        return startsWith(b, 0xFE, 0xFF) ? new Encoding(StandardCharsets.UTF_16BE, 2, false) : null;
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** In no other encoding do well-formed sequences come often by chance: a letter must be followed by a sign. */
    private static boolean isMostlyUtf8(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; ) {
            int lead = bytes[i] & 0xFF;
            if (lead < 0x80) {
                i++;
                continue;
            }
            int length = lead >= 0xC2 && lead <= 0xDF ? 2 : lead >= 0xE0 && lead <= 0xEF ? 3 : lead <= 0xF4 ? 4 : 1;
            if (lead < 0xC2) {
                length = 1;
            }
            int end = i + 1;
            while (end < bytes.length && end < i + length && (bytes[end] & 0xC0) == 0x80) {
                end++;
            }
            if (length > 1 && end == i + length) {
                good++;
            } else if (end < bytes.length || length == 1) {
                bad++;
            }
            i = end;
        }
        return bad == 0 || good >= bad;
    }
}
