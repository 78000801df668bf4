package io.geowire.ingest.read;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that can be read. */
public enum InputFormat {
    /** Plain text, {@code .txt}. */
    TEXT,
    /** One JSON object a line, {@code .jsonl} or {@code .ndjson}. */
    JSON_LINES,
    /** A JSON object or array, {@code .json}. */
    JSON;

    private static final String GZIP = ".gz";

    /** The format that a file's name tells, gzipped or not. */
    public static Optional<InputFormat> ofName(String fileName) {
        String name = withoutGzip(fileName).toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt")) {
            return Optional.of(TEXT);
        }
        if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            return Optional.of(JSON_LINES);
        }
        return name.endsWith(".json") ? Optional.of(JSON) : Optional.empty();
    }

    /** The name without the suffix {@code .gz}. */
    public static String withoutGzip(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(GZIP)
                ? fileName.substring(0, fileName.length() - GZIP.length())
                : fileName;
    }

    /**
     * The format that a text's beginning shows. If at least half of the lines are in braces, they are JSON Lines; a bracket
     * before a brace begins a JSON array, a brace a JSON object; all else is plain text.
     */
    static InputFormat ofContent(String beginning) {
        String text = beginning.stripLeading();
        if (text.startsWith("[")) {
            String inside = text.substring(1).stripLeading();
            return inside.startsWith("{") || inside.startsWith("]") ? JSON : TEXT;
        }
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        long objects = lines.stream()
                .filter(line -> line.startsWith("{") && line.endsWith("}"))
                .count();
        if (objects > 0 && objects * 2 >= lines.size()) {
            return JSON_LINES;
        }
        return text.startsWith("{") ? JSON : TEXT;
    }
}
