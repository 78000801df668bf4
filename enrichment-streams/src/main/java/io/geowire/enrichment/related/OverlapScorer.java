package io.geowire.enrichment.related;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Scores a pair by the weight of what both name: a logistic function of the cosine of their title terms, the cosine of all their
 * terms, the cosine of their entities and their distance in time. Copies are found by resemblance of wording.
 *
 * <p>Coefficients and thresholds come from {@code RelatedEvaluation} in the tests, which fits them on labelled stories.
 */
public final class OverlapScorer implements PairScorer {
    private static final int MOST_SHARED_TERMS = 10;
    private static final double COPY = 0.5;
    private static final double TITLE_COPY = 0.45;

    private final Coefficients coefficients;

    /** The scorer with the coefficients that were fitted. */
    public OverlapScorer() {
        this(Coefficients.FITTED);
    }

    OverlapScorer(Coefficients coefficients) {
        this.coefficients = coefficients;
    }

    @Override
    public Optional<Relatedness> compare(Fingerprint one, Fingerprint other) {
        List<Weighted> sharedTerms =
                shared(one.profile().terms(), other.profile().terms());
        List<Weighted> sharedEntities =
                shared(one.profile().entities(), other.profile().entities());
        if (sharedTerms.isEmpty() && sharedEntities.isEmpty()) {
            return Optional.empty();
        }
        double score = coefficients.probability(Features.of(one, other, sharedTerms, sharedEntities));
        if (isCopy(one, other, sharedTerms)) {
            return Optional.of(relatedness(
                    Math.max(score, coefficients.sameEvent()), Relation.DUPLICATE, sharedEntities, sharedTerms));
        }
        if (score < coefficients.related()) {
            return Optional.empty();
        }
        Relation relation = score < coefficients.sameEvent() ? Relation.DEVELOPING_STORY : Relation.SAME_EVENT;
        return Optional.of(relatedness(score, relation, sharedEntities, sharedTerms));
    }

    private static Relatedness relatedness(
            double score, Relation relation, List<Weighted> sharedEntities, List<Weighted> sharedTerms) {
        return new Relatedness(score, relation, names(sharedEntities), names(sharedTerms));
    }

    /** Two bodies are compared as wholes; where one is missing, only the titles can be, and figures in them must agree. */
    private static boolean isCopy(Fingerprint one, Fingerprint other, List<Weighted> sharedTerms) {
        Sketch body = one.profile().body();
        Sketch otherBody = other.profile().body();
        if (!body.isEmpty() && !otherBody.isEmpty()) {
            return body.resemblance(otherBody) >= COPY;
        }
        if (sharedTerms.size() < 3) {
            return false;
        }
        List<String> title = Words.of(one.headline().title(), Fingerprinter.TITLE_WORDS);
        List<String> otherTitle = Words.of(other.headline().title(), Fingerprinter.TITLE_WORDS);
        return Sketch.of(title).resemblance(Sketch.of(otherTitle)) >= TITLE_COPY
                && figures(title).equals(figures(otherTitle));
    }

    private static Set<String> figures(List<String> words) {
        Set<String> figures = new HashSet<>(words);
        figures.removeIf(word -> word.codePoints().noneMatch(Character::isDigit));
        return figures;
    }

    /** What both have, with {@code inTitle} true where it is in both titles. Both lists are ordered by name. */
    private static List<Weighted> shared(List<Weighted> one, List<Weighted> other) {
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

    private static List<String> names(List<Weighted> shared) {
        return shared.stream()
                .sorted(Comparator.comparingDouble((Weighted it) -> -it.weight())
                        .thenComparing(Weighted::name))
                .limit(MOST_SHARED_TERMS)
                .map(Weighted::name)
                .toList();
    }

    /** What the score is a function of; each from 0 to 1. */
    record Features(double titles, double terms, double entities, double distance) {
        static Features of(Fingerprint one, Fingerprint other) {
            return of(
                    one,
                    other,
                    shared(one.profile().terms(), other.profile().terms()),
                    shared(one.profile().entities(), other.profile().entities()));
        }

        private static Features of(
                Fingerprint one, Fingerprint other, List<Weighted> sharedTerms, List<Weighted> sharedEntities) {
            Profile a = one.profile();
            Profile b = other.profile();
            return new Features(
                    cosine(sharedTerms, a.terms(), b.terms(), Weighted::inTitle),
                    cosine(sharedTerms, a.terms(), b.terms(), it -> true),
                    cosine(sharedEntities, a.entities(), b.entities(), it -> true),
                    distance(one.headline(), other.headline()));
        }

        private static double distance(Headline one, Headline other) {
            Duration apart =
                    Duration.between(one.publishedAt(), other.publishedAt()).abs();
            return Math.min(1, (double) apart.toSeconds() / Ring.WINDOW.toSeconds());
        }

        private static double cosine(
                List<Weighted> shared, List<Weighted> one, List<Weighted> other, Predicate<Weighted> counts) {
            double dot = squares(shared, counts);
            return dot == 0 ? 0 : Math.min(1, dot / Math.sqrt(squares(one, counts) * squares(other, counts)));
        }

        private static double squares(List<Weighted> weighted, Predicate<Weighted> counts) {
            double sum = 0;
            for (Weighted it : weighted) {
                sum += counts.test(it) ? it.weight() * it.weight() : 0;
            }
            return sum;
        }

        Stream<Double> values() {
            return Stream.of(titles, terms, entities, distance);
        }
    }

    /**
     * The logistic function and where its values count.
     *
     * @param related least score of related articles
     * @param sameEvent least score of reports of one event
     */
    record Coefficients(
            double bias,
            double titles,
            double terms,
            double entities,
            double distance,
            double related,
            double sameEvent) {

        static final Coefficients FITTED = new Coefficients(-4, 6, 8, 3, -1, 0.4, 0.6);

        double probability(Features features) {
            double sum = bias
                    + titles * features.titles
                    + terms * features.terms
                    + entities * features.entities
                    + distance * features.distance;
            return 1 / (1 + Math.exp(-sum));
        }
    }
}
