package io.geowire.alerts.feed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a request. A mistake in it is an {@link IllegalArgumentException} with a message for who made it. */
final class QueryParameters {
    private final Map<String, String> values;

    private QueryParameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param query as it stands in the URL, not decoded; null for none
     * @throws IllegalArgumentException if it names a parameter that is not known, or one twice, or cannot be decoded
     */
    static QueryParameters parse(@Nullable String query, Set<String> known) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "unknown parameter; known are " + String.join(", ", new TreeSet<>(known)));
            }
            if (values.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1))) != null) {
                throw new IllegalArgumentException(name + ": is there twice");
            }
        }
        return new QueryParameters(values);
    }

    /** The value of a parameter; empty if it is not there or blank. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /** A whole number from 1 to {@code max}. */
    int integer(String name, int otherwise, int max) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= 1 && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new IllegalArgumentException(name + ": must be a whole number from 1 to " + max);
    }

    /** Words parted by commas, each of which must be allowed. */
    Set<String> words(String name, Set<String> allowed) {
        Set<String> words = find(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .collect(Collectors.toSet());
        if (!allowed.containsAll(words)) {
            throw new IllegalArgumentException(name + ": must be of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return words;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
