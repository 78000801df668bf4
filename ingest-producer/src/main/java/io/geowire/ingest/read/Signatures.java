package io.geowire.ingest.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells files that are no text by how they begin. */
final class Signatures {
    private static final int TAR_MARK = 257;
    private static final double MAX_CONTROLS = 0.05;

    private record Signature(byte[] bytes, String kind) {
        static Signature of(String latin1, String kind) {
            return new Signature(latin1.getBytes(StandardCharsets.ISO_8859_1), kind);
        }
    }

    private static final List<Signature> KNOWN = List.of(
            Signature.of("PK\u0003\u0004", "a zip archive or an office document"),
            Signature.of("PK\u0005\u0006", "an empty zip archive"),
            Signature.of("\u001F\u008B", "a gzip file inside a gzip file"),
            Signature.of("BZh", "a bzip2 file"),
            Signature.of("\u00FD7zXZ", "an xz file"),
            Signature.of("7z\u00BC\u00AF", "a 7z archive"),
            Signature.of("Rar!\u001A", "a rar archive"),
            Signature.of("\u0028\u00B5\u002F\u00FD", "a zstd file"),
            Signature.of("%PDF-", "a PDF document"),
            Signature.of("\u00D0\u00CF\u0011\u00E0", "an office document"),
            Signature.of("{\\rtf", "an RTF document"),
            Signature.of("\u0089PNG", "an image"),
            Signature.of("\u00FF\u00D8\u00FF", "an image"),
            Signature.of("GIF8", "an image"),
            Signature.of("\u007FELF", "a program"),
            Signature.of("Obj\u0001", "an Avro file"),
            Signature.of("PAR1", "a Parquet file"),
            Signature.of("SQLite format 3", "a database"));
    private static final List<String> MARKUP = List.of("<?xml", "<!doctype", "<html", "<rss", "<feed");

    private Signatures() {}

    static boolean isGzip(byte[] beginning) {
        return beginning.length > 2 && (beginning[0] & 0xFF) == 0x1F && (beginning[1] & 0xFF) == 0x8B;
    }

    /** What a file is that begins so, if it is known for no text. */
    static Optional<String> known(byte[] beginning) {
        for (Signature signature : KNOWN) {
            if (startsWith(beginning, 0, signature.bytes())) {
                return Optional.of(signature.kind());
            }
        }
        return startsWith(beginning, TAR_MARK, "ustar".getBytes(StandardCharsets.ISO_8859_1))
                ? Optional.of("a tar archive")
                : Optional.empty();
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

    private static boolean startsWith(byte[] bytes, int at, byte[] mark) {
        if (bytes.length < at + mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
