package io.geowire.enrichment.related;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the score of a pair is a function of.
 *
 * @param meaning cosine of the vectors of title and lead, from −1 to 1
 * @param terms TF-IDF cosine of title and lead, from 0 to 1
 * @param titleTerms natural logarithm of 1 + the weight of the terms that stand in both titles
 * @param entities overlap of the entities, from 0 to 1
 * @param named natural logarithm of 1 + the weight of the entities that both name
 * @param titleNamed the same of the entities that both titles name
 * @param countries share of the countries of the one that is about fewer which the other is about too, from 0 to 1
 * @param unplaced 1 if one of them is about no country, else 0: then that they share none says nothing
 * @param distance natural logarithm of 1 + hours apart
 * @param days apart
 */
public record PairFeatures(
        double meaning,
        double terms,
        double titleTerms,
        double entities,
        double named,
        double titleNamed,
        double countries,
        double unplaced,
        double distance,
        double days) {
    /** Names of the features, in order. */
    public static final List<String> NAMES = List.of(
            "meaning",
            "terms",
            "title-terms",
            "entities",
            "named",
            "title-named",
            "countries",
            "unplaced",
            "distance",
            "days");

    private static final double LEAST_WEIGHT = 8;
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();
    private static final double HOURS_OF_DAY = 24;

    /** The features of a pair; symmetric. */
    public static PairFeatures of(Fingerprint one, Fingerprint other) {
        Profile a = one.profile();
        Profile b = other.profile();
        List<Weighted> terms = shared(a.terms(), b.terms());
        List<Weighted> entities = shared(a.entities(), b.entities());
        double hours = hours(one.headline(), other.headline());
        return new PairFeatures(
                a.vector().cosine(b.vector()),
                cosine(a.terms(), b.terms(), terms),
                Math.log1p(sumInTitles(terms)),
                overlap(a.entities(), b.entities(), entities),
                Math.log1p(sum(entities)),
                Math.log1p(sumInTitles(entities)),
                shareOfFewer(a.countries(), b.countries()),
                a.countries().isEmpty() || b.countries().isEmpty() ? 1 : 0,
                Math.log1p(hours),
                hours / HOURS_OF_DAY);
    }

    /** The features in the order of their {@linkplain #NAMES names}. */
    public double[] values() {
        return new double[] {
            meaning, terms, titleTerms, entities, named, titleNamed, countries, unplaced, distance, days
        };
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

    private static double cosine(List<Weighted> one, List<Weighted> other, List<Weighted> shared) {
        double product = squares(shared);
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
    private static double overlap(List<Weighted> one, List<Weighted> other, List<Weighted> shared) {
        return sum(shared) / Math.max(LEAST_WEIGHT, Math.min(sum(one), sum(other)));
    }

    private static double sum(List<Weighted> weighted) {
        double sum = 0;
        for (Weighted it : weighted) {
            sum += it.weight();
        }
        return sum;
    }

    private static double sumInTitles(List<Weighted> shared) {
        double sum = 0;
        for (Weighted it : shared) {
            sum += it.inTitle() ? it.weight() : 0;
        }
        return sum;
    }

    private static double shareOfFewer(List<String> one, List<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both.isEmpty() ? 0 : (double) both.size() / Math.min(one.size(), other.size());
    }

    private static double hours(Headline one, Headline other) {
        Duration apart =
                Duration.between(one.publishedAt(), other.publishedAt()).abs();
        return apart.toMillis() / HOUR_MS;
    }
}
