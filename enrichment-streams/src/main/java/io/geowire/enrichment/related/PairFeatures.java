package io.geowire.enrichment.related;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the score of a pair is a function of.
 *
 * @param meaning cosine of the vectors of title and lead, from −1 to 1
 * @param terms TF-IDF cosine of title and lead, from 0 to 1
 * @param entities overlap of the entities, from 0 to 1
 * @param distance natural logarithm of 1 + hours apart
 */
public record PairFeatures(double meaning, double terms, double entities, double distance) {
    /** Names of the features, in order. */
    public static final List<String> NAMES = List.of("meaning", "terms", "entities", "distance");

    private static final double LEAST_WEIGHT = 8;
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();

    /** The features of a pair; symmetric. */
    public static PairFeatures of(Fingerprint one, Fingerprint other) {
        Profile a = one.profile();
        Profile b = other.profile();
        return new PairFeatures(
                a.vector().cosine(b.vector()),
                cosine(a.terms(), b.terms()),
                overlap(a.entities(), b.entities()),
                distance(one.headline(), other.headline()));
    }

    /** The features in the order of their {@linkplain #NAMES names}. */
    public double[] values() {
        return new double[] {meaning, terms, entities, distance};
    }

    /** What both have, with the lower weight, and {@code inTitle} true where it is in both titles. Both are ordered by name. */
    static List<Weighted> shared(List<Weighted> one, List<Weighted> other) {
        List<Weighted> shared = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            Weighted a = one.get(i);
            Weighted b = other.get(j);
            int order = a.name().compareTo(b.name());
            if (order == 0) {
                shared.add(new Weighted(a.name(), Math.min(a.weight(), b.weight()), a.inTitle() && b.inTitle()));
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }

    private static double cosine(List<Weighted> one, List<Weighted> other) {
        double product = squares(shared(one, other));
        return product == 0 ? 0 : product / Math.sqrt(squares(one) * squares(other));
    }

    private static double squares(List<Weighted> weighted) {
        double sum = 0;
        for (Weighted it : weighted) {
            sum += it.weight() * it.weight();
        }
        return sum;
    }

    /** Share of the weight of the lighter of the two, which counts as {@value #LEAST_WEIGHT} at least: one name is not all. */
    private static double overlap(List<Weighted> one, List<Weighted> other) {
        return sum(shared(one, other)) / Math.max(LEAST_WEIGHT, Math.min(sum(one), sum(other)));
    }

    private static double sum(List<Weighted> weighted) {
        double sum = 0;
        for (Weighted it : weighted) {
            sum += it.weight();
        }
        return sum;
    }

    private static double distance(Headline one, Headline other) {
        Duration apart =
                Duration.between(one.publishedAt(), other.publishedAt()).abs();
        return Math.log1p(apart.toMillis() / HOUR_MS);
    }
}
