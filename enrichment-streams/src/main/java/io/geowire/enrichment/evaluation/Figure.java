package io.geowire.enrichment.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something measured.
 *
 * @param of on what: bodies, headlines in title case …
 * @param label for which labels: PERSON, energy …; all
 * @param count how many labels it rests on
 * @param values by name, from 0 to 1, in the order in which to show them
 */
public record Figure(String of, String label, int count, Map<String, Double> values) {
    public static final String ALL = "all";

    public Figure {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Precision, recall and F1 of some decisions. */
    public static Figure of(String of, String label, Counts counts) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("precision", counts.precision());
        values.put("recall", counts.recall());
        values.put("f1", counts.f1());
        return new Figure(of, label, counts.labels(), values);
    }
}
