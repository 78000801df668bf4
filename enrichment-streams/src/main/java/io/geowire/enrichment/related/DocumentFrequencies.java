package io.geowire.enrichment.related;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * In how many items of a background corpus a term or an entity occurs. What never occurred there counts as rare.
 *
 * <p>The table that ships is text, UTF-8: lines that start with {@code #} are comments; the first other line is
 * {@code documents<TAB>number of items}; each following line is {@code term or entity id<TAB>number of items that contain it}, no
 * name twice.
 */
public final class DocumentFrequencies implements Shares {
    /** Name of the table that ships. */
    public static final String RESOURCE = "document-frequencies.tsv";

    private final int documents;
    private final Map<String, Integer> counts;

    /**
     * @param documents items in the corpus, at least 1
     * @param counts items that contain a term or an entity id, each from 1 to {@code documents}
     */
    public DocumentFrequencies(int documents, Map<String, Integer> counts) {
        if (documents < 1) {
            throw new IllegalArgumentException("documents must be at least 1, not " + documents);
        }
        counts.forEach((name, count) -> {
            if (count < 1 || count > documents) {
                throw new IllegalArgumentException(
                        "count of '" + name + "' must be from 1 to " + documents + ", not " + count);
            }
        });
        this.documents = documents;
        this.counts = Map.copyOf(counts);
    }

    /**
     * The table that ships with Geowire.
     *
     * @throws IllegalArgumentException if a line of it is wrong, naming the line
     */
    public static DocumentFrequencies load() {
        InputStream in = Objects.requireNonNull(DocumentFrequencies.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(RESOURCE, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    /**
     * Reads a table.
     *
     * @param name of the table, for messages
     * @throws IllegalArgumentException if a line is wrong: {@code name:line: reason}
     */
    static DocumentFrequencies parse(String name, BufferedReader reader) throws IOException {
        int documents = 0;
        Map<String, Integer> counts = new HashMap<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String where = name + ":" + number + ": ";
            String[] fields = line.split("\t", -1);
            if (fields.length != 2 || fields[0].isBlank()) {
                throw new IllegalArgumentException(where + "expected a term, a tab and a count, not '" + line + "'");
            }
            int count = count(where, fields[1], documents == 0 ? Integer.MAX_VALUE : documents);
            if (documents == 0) {
                if (!fields[0].equals("documents")) {
                    throw new IllegalArgumentException(where + "expected 'documents' first, not '" + fields[0] + "'");
                }
                documents = count;
            } else if (counts.put(fields[0], count) != null) {
                throw new IllegalArgumentException(where + "'" + fields[0] + "' occurs twice");
            }
        }
        if (documents == 0) {
            throw new IllegalArgumentException(name + ": empty, expected 'documents' and terms");
        }
        return new DocumentFrequencies(documents, counts);
    }

    private static int count(String where, String text, int max) {
        try {
            int count = Integer.parseInt(text);
            if (count >= 1 && count <= max) {
                return count;
            }
        } catch (NumberFormatException e) {
            // the same message as for a number out of range
        }
        throw new IllegalArgumentException(where + "count must be from 1 to " + max + ", not '" + text + "'");
    }

    /** How many items there are. */
    public int documents() {
        return documents;
    }

    /** In how many items each term and entity occurs, by name. */
    public Map<String, Integer> counts() {
        return counts;
    }

    @Override
    public double share(String name) {
        return (double) counts.getOrDefault(name, 0) / documents;
    }

    /** Inverse document frequency, natural logarithm, smoothed: 0 for what every item contains, highest for the unseen. */
    float weight(String name) {
        return (float) Math.log((documents + 1.0) / (counts.getOrDefault(name, 0) + 1.0));
    }
}
