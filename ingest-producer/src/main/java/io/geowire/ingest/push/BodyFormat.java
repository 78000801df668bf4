package io.geowire.ingest.push;

import com.sun.net.httpserver.Headers;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a request says that its body is written.
 *
 * @param lines whether it is JSON Lines, else one JSON value
 * @param gzip whether it is compressed
 */
record BodyFormat(boolean lines, boolean gzip, Charset charset) {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final List<String> LINES_TOO = List.of(LINES, "application/ndjson", "application/jsonl");

    /** RFC 9110, 8.3.1, with the parameter that is of interest. */
    private static final Pattern CHARSET =
            Pattern.compile(";\\s*charset\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);

    /** @throws ProblemException with status 415 if it is no format that can be read */
    static BodyFormat of(Headers headers) {
        String type = headers.getFirst("Content-Type");
        String essence = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        boolean lines = LINES_TOO.contains(essence);
        if (!lines && !essence.equals(JSON)) {
            throw new ProblemException(
                    415,
                    "Content-Type must be %s or %s".formatted(JSON, LINES),
                    Map.of("Accept-Post", JSON + ", " + LINES));
        }
        return new BodyFormat(lines, gzip(headers), charset(type == null ? "" : type));
    }

    private static boolean gzip(Headers headers) {
        List<String> values = headers.getOrDefault("Content-Encoding", List.of());
        String coding = String.join(",", values).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default ->
                throw new ProblemException(
                        415, "Content-Encoding must be gzip or identity", Map.of("Accept-Encoding", "gzip, identity"));
        };
    }

    private static Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new ProblemException(415, "the charset is not known; UTF-8 always is");
        }
    }
}
