package io.geowire.service.yaml;

import java.util.Collection;
import java.util.Comparator;

/** "Did you mean": the word meant by a misspelt one. */
public final class Suggestion {
    private Suggestion() {}

    /** What to add to a message about a value that is none of those allowed. */
    public static String among(Collection<String> allowed, String given) {
        int tolerance = 1 + given.length() / 4;
        return allowed.stream()
                .filter(word -> distance(word, given) <= tolerance)
                .min(Comparator.comparingInt(word -> distance(word, given)))
                .map(word -> "; did you mean '" + word + "'?")
                .orElseGet(() -> "; allowed: " + String.join(", ", allowed));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
