package io.geowire.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells files that are no text by how they begin. */
final class Signatures {
    private static final int TAR_MARK = 257;
    private static final int LONGEST = 512;
    private static final double MAX_CONTROLS = 0.05;

    /** Bytes, written as the characters that they are in Latin 1, and what they begin. */
    private record Signature(String bytes, String kind) {}

    private static final List<Signature> KNOWN = List.of(
            new Signature("PK\u0003\u0004", "a zip archive or an office document"),
            new Signature("PK\u0005\u0006", "an empty zip archive"),
            new Signature("\u001F\u008B", "a gzip file inside a gzip file"),
            new Signature("BZh", "a bzip2 file"),
            new Signature("\u00FD7zXZ", "an xz file"),
            new Signature("7z\u00BC\u00AF", "a 7z archive"),
            new Signature("Rar!\u001A", "a rar archive"),
            new Signature("(\u00B5/\u00FD", "a zstd file"),
            new Signature("%PDF-", "a PDF document"),
            new Signature("\u00D0\u00CF\u0011\u00E0", "an office document"),
            new Signature("{\\rtf", "an RTF document"),
            new Signature("\u0089PNG", "an image"),
            new Signature("\u00FF\u00D8\u00FF", "an image"),
            new Signature("GIF8", "an image"),
            new Signature("\u007FELF", "a program"),
            new Signature("Obj\u0001", "an Avro file"),
            new Signature("PAR1", "a Parquet file"),
            new Signature("SQLite format 3", "a database"));
    private static final List<String> MARKUP = List.of("<?xml", "<!doctype", "<html", "<rss", "<feed");

    private Signatures() {}

    static boolean isGzip(byte[] beginning) {
        return beginning.length > 2 && (beginning[0] & 0xFF) == 0x1F && (beginning[1] & 0xFF) == 0x8B;
    }

    /** What a file is that begins so, if it is known for no text. */
    static Optional<String> known(byte[] beginning) {
        String bytes = new String(beginning, 0, Math.min(beginning.length, LONGEST), StandardCharsets.ISO_8859_1);
        return KNOWN.stream()
                .filter(signature -> bytes.startsWith(signature.bytes()))
                .map(Signature::kind)
                .findFirst()
                .or(() -> bytes.startsWith("ustar", TAR_MARK) ? Optional.of("a tar archive") : Optional.empty());
    }

    /** Whether a decoded beginning is markup, which a reader of plain text would take for headlines. */
    static boolean isMarkup(String beginning) {
        String start = beginning.stripLeading();
        String word = start.substring(0, Math.min(start.length(), 10)).toLowerCase(Locale.ROOT);
        return MARKUP.stream().anyMatch(word::startsWith);
    }

    /** Whether a decoded beginning holds more control characters than a damaged text would. */
    static boolean isBinary(String beginning) {
        long controls = beginning
                .chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')
                .count();
        return controls > beginning.length() * MAX_CONTROLS;
    }
}
