package io.geowire.ingest.feed;

import io.geowire.ingest.charset.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a feed. A byte order mark tells; then the bytes themselves, if they are UTF-8 beyond ASCII, since nothing else
 * looks so by chance and servers declare what their software was shipped with; then the header's charset, then that of the XML
 * declaration; else a guess.
 */
final class FeedCharset {
    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s\"';,]+)");
    private static final Pattern IN_DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'<>]{1,40})[\"']");
    private static final int DECLARATION_WITHIN = 1_024;

    private FeedCharset() {}

    /**
     * The text of a feed.
     *
     * @param contentType header of the answer, if it has one
     */
    static String decode(byte[] bytes, @Nullable String contentType) {
        Encoding byBytes = Encoding.of(bytes);
        if (byBytes.markLength() > 0) {
            return text(bytes, byBytes.markLength(), byBytes.charset());
        }
        Optional<Charset> wide = withoutMark(bytes);
        if (wide.isPresent()) {
            return text(bytes, 0, wide.get());
        }
        Optional<Charset> declared = declared(bytes, contentType);
        if (declared.isPresent() && (isAscii(bytes) || !isUtf8(bytes))) {
            return text(bytes, 0, declared.get());
        }
        return text(bytes, 0, byBytes.charset());
    }

    private static String text(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    /** UTF-16 shows itself by the zeros beside the first character. */
    private static Optional<Charset> withoutMark(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == 0 && bytes[1] != 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return bytes.length >= 2 && bytes[0] != 0 && bytes[1] == 0
                ? Optional.of(StandardCharsets.UTF_16LE)
                : Optional.empty();
    }

    /** The first declared charset that these bytes can be in: they are known not to be UTF-16, and UTF-8 needs no word. */
    private static Optional<Charset> declared(byte[] bytes, @Nullable String contentType) {
        String beginning =
                new String(bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
        return Stream.of(IN_HEADER.matcher(contentType == null ? "" : contentType), IN_DECLARATION.matcher(beginning))
                .filter(Matcher::find)
                .map(found -> charset(found.group(1)))
                .flatMap(Optional::stream)
                .filter(charset -> !charset.name().startsWith("UTF-"))
                .findFirst();
    }

    /** Latin-1 is declared where Windows' superset of it is written, as on the web. */
    private static Optional<Charset> charset(String name) {
        try {
            return switch (name.toLowerCase(Locale.ROOT)) {
                case "iso-8859-1", "iso8859-1", "latin1", "us-ascii", "ascii" ->
                    Optional.of(Charset.forName("windows-1252"));
                default -> Charset.isSupported(name) ? Optional.of(Charset.forName(name)) : Optional.empty();
            };
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
