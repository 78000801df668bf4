package io.geowire.alerts.delivery.format;

import io.geowire.alerts.watch.Characters;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What all formats do to texts. */
final class Texts {
    static final String ELLIPSIS = "…";

    /** How long an id of Geowire's is at most: ids are never cut. */
    static final int ID = 64;

    /** White space, controls, and the marks that show text in another order than it is written. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\s\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]+");

    private static final int MAX_LINK = 2_000;

    /** What dates of four-digit years can say. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Texts() {}

    /** At most so many characters of a text and, if that is less than all, an ellipsis. */
    static String cut(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, Characters.boundary(text, characters)) + ELLIPSIS;
    }

    /** A text for one line: whatever would break it or reorder it is a space. */
    static String line(String text) {
        return INVISIBLE.matcher(text).replaceAll(" ");
    }

    /** A headline for one line, never empty. */
    static String headline(String title) {
        String line = line(title).strip();
        return line.isEmpty() ? "(untitled)" : line;
    }

    /** A URL that a person may be led to: http or https, and one that is valid. */
    static Optional<String> link(@Nullable String url) {
        if (url == null || url.length() > MAX_LINK) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** RFC 3339, UTC. */
    static String time(Instant time) {
        return (time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time).toString();
    }

    /** The name of a symbol as it is written in JSON. */
    static String lower(Enum<?> symbol) {
        return symbol.name().toLowerCase(Locale.ROOT);
    }
}
