package io.geowire.enrichment.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well topics are found: by topic, over all labels (micro), as the mean of the topics (macro), and how often items of no topic get
 * one.
 *
 * @param byTopic the topics that are labelled or found, by id
 * @param none items of no topic
 * @param noneLabelled those of them that got one
 */
public record TopicEvaluation(Map<String, Counts> byTopic, int none, int noneLabelled) {
    /**
     * An item and what was found.
     *
     * @param labelled the topics that a person gave
     * @param found the topics that were found
     */
    public record Item(Set<String> labelled, Set<String> found) {}

    /** Measures what was found in some items. */
    public static TopicEvaluation of(List<Item> items) {
        Map<String, Counts> byTopic = new TreeMap<>();
        int none = 0;
        int noneLabelled = 0;
        for (Item item : items) {
            for (String topic : item.labelled()) {
                boolean right = item.found().contains(topic);
                byTopic.merge(topic, new Counts(right ? 1 : 0, 0, right ? 0 : 1), Counts::plus);
            }
            for (String topic : item.found()) {
                if (!item.labelled().contains(topic)) {
                    byTopic.merge(topic, new Counts(0, 1, 0), Counts::plus);
                }
            }
            if (item.labelled().isEmpty()) {
                none++;
                noneLabelled += item.found().isEmpty() ? 0 : 1;
            }
        }
        return new TopicEvaluation(byTopic, none, noneLabelled);
    }

    /** All labels together. */
    public Counts micro() {
        return byTopic.values().stream().reduce(Counts.NONE, Counts::plus);
    }

    /** Mean F1 of the topics that are labelled at least once; 1 if none is. */
    public double macroF1() {
        return byTopic.values().stream()
                .filter(counts -> counts.labels() > 0)
                .mapToDouble(Counts::f1)
                .average()
                .orElse(1);
    }

    /** Share of the items of no topic that got one, from 0 to 1; 0 if there are no such items. */
    public double falseOnNone() {
        return none == 0 ? 0 : (double) noneLabelled / none;
    }

    /** A table for people. */
    public String report() {
        StringBuilder report = new StringBuilder();
        byTopic.forEach((topic, counts) -> report.append(row(topic, counts)));
        report.append(row("all (micro)", micro()));
        report.append(String.format(Locale.ROOT, "%-16s %33.3f%n", "mean (macro)", macroF1()));
        return report.append(String.format(
                        Locale.ROOT,
                        "items of no topic that got one: %d of %d (%.1f %%)%n",
                        noneLabelled,
                        none,
                        100 * falseOnNone()))
                .toString();
    }

    private static String row(String name, Counts counts) {
        return String.format(
                Locale.ROOT,
                "%-16s precision %.2f  recall %.2f  F1 %.3f  (%d)%n",
                name,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.labels());
    }
}
