package io.geowire.alerts.watch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A subject to be alerted to. All conditions that are given must hold; within a list, any one does.
 *
 * @param id lower-case letters, digits and hyphens
 * @param name what a person calls it
 * @param query Lucene query, see {@link WatchQuery}
 * @param caseSensitive phrases, of which one must occur in exact case
 * @param entities ids or canonical names, of which the item must bear one
 * @param topics ids, of which the item must bear one
 * @param minSources how many different sources must carry the story, 1 or more
 * @param receivers names of the receivers to notify; empty: all
 */
public record Watch(
        String id,
        String name,
        Severity severity,
        @Nullable String query,
        List<String> caseSensitive,
        List<String> entities,
        List<String> topics,
        int minSources,
        List<String> receivers) {
    /** Entries that a list of conditions has at most. */
    static final int MAX_LIST = 200;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Watch {
        caseSensitive = List.copyOf(caseSensitive);
        entities = List.copyOf(entities);
        topics = List.copyOf(topics);
        receivers = List.copyOf(receivers);
    }

    /** Whether a text can be the id of a watch: up to 64 lower-case letters, digits and hyphens. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** True if nothing is asked for, so that everything would match. */
    public boolean isEmpty() {
        return query == null && caseSensitive.isEmpty() && entities.isEmpty() && topics.isEmpty();
    }

    /** Hash of all fields but the id, 16 hexadecimal digits: it changes whenever the watch does. */
    public String version() {
        StringBuilder all = new StringBuilder();
        for (Object field : new Object[] {
            name, severity, query == null ? "" : query, caseSensitive, entities, topics, minSources, receivers
        }) {
            List<?> values = field instanceof List<?> list ? list : List.of(field);
            all.append(values.size()).append('[');
            // Lengths keep ["a", "b"] and ["a, b"] apart.
            values.forEach(
                    v -> all.append(v.toString().length()).append(':').append(v).append(','));
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
