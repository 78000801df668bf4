package io.geowire.enrichment.related;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Words that say nothing of what a text is about. The list is text: {@code #} comments, else one normalised word a line. */
final class StopWords {
    private static final String RESOURCE = "stop-words.txt";

    private StopWords() {}

    static Set<String> load() {
        InputStream in = Objects.requireNonNull(StopWords.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(Predicate.not(line -> line.isBlank() || line.startsWith("#")))
                    .map(String::strip)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
