package io.geowire.enrichment.related;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Scores a pair by the weight of what both name: a logistic function of the overlap of their terms, the overlap of their
 * entities and their distance in time. One thing in common is never enough. Copies are found by resemblance of wording.
 *
 * <p>Coefficients and thresholds come from {@code RelatedEvaluation} in the tests, which fits them on labelled stories.
 */
public final class OverlapScorer implements PairScorer {
    private static final int MOST_SHARED_TERMS = 10;
    private static final double LEAST_WEIGHT = 20;
    private static final double HOUR_MS = Duration.ofHours(1).toMillis();
    private static final double COPY = 0.5;
    private static final double TITLE_COPY = 0.45;
    private static final int LEAST_SHARED = 2;
    private static final int LEAST_SHARED_BY_COPIES = 3;

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
        double copy = resemblanceOfCopies(one, other, sharedTerms);
        if (copy > 0) {
            return Optional.of(relatedness(Math.max(score, copy), Relation.DUPLICATE, sharedEntities, sharedTerms));
        }
        if (score < coefficients.related() || sharedTerms.size() + sharedEntities.size() < LEAST_SHARED) {
            return Optional.empty();
        }
        Relation relation = score < coefficients.sameEvent() ? Relation.DEVELOPING_STORY : Relation.SAME_EVENT;
        return Optional.of(relatedness(score, relation, sharedEntities, sharedTerms));
    }

    private static Relatedness relatedness(
            double score, Relation relation, List<Weighted> sharedEntities, List<Weighted> sharedTerms) {
        return new Relatedness(score, relation, names(sharedEntities), names(sharedTerms));
    }

    /**
     * How alike two copies are; 0 if they are none. Two bodies are compared as wholes; where one is missing, only the titles can be, and
     * figures in them must agree.
     */
    private static double resemblanceOfCopies(Fingerprint one, Fingerprint other, List<Weighted> sharedTerms) {
        Sketch body = one.profile().body();
        Sketch otherBody = other.profile().body();
        if (!body.isEmpty() && !otherBody.isEmpty()) {
            double bodies = body.resemblance(otherBody);
            return bodies >= COPY ? bodies : 0;
        }
        if (sharedTerms.size() < LEAST_SHARED_BY_COPIES) {
            return 0;
        }
        double titles = one.wording().resemblance(other.wording());
        return titles >= TITLE_COPY ? titles : 0;
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

    /**
     * What the score is a function of.
     *
     * @param terms overlap of all terms, from 0 to 1
     * @param entities overlap of the entities, from 0 to 1
     * @param distance natural logarithm of 1 + hours apart
     */
    record Features(double terms, double entities, double distance) {
        static Features of(Fingerprint one, Fingerprint other) {
            return of(
                    one,
                    other,
                    shared(one.profile().terms(), other.profile().terms()),
                    shared(one.profile().entities(), other.profile().entities()));
        }

        private static Features of(
                Fingerprint one, Fingerprint other, List<Weighted> sharedTerms, List<Weighted> sharedEntities) {
            return new Features(
                    overlap(sharedTerms, one.profile().terms(), other.profile().terms()),
                    overlap(
                            sharedEntities,
                            one.profile().entities(),
                            other.profile().entities()),
                    distance(one.headline(), other.headline()));
        }

        /** Share of the weight of the lighter of the two: a headline can be all in an article, but one rare word is not all. */
        private static double overlap(List<Weighted> shared, List<Weighted> one, List<Weighted> other) {
            return shared.isEmpty() ? 0 : sum(shared) / Math.max(LEAST_WEIGHT, Math.min(sum(one), sum(other)));
        }

        private static double distance(Headline one, Headline other) {
            Duration apart =
                    Duration.between(one.publishedAt(), other.publishedAt()).abs();
            return Math.log1p((double) apart.toMillis() / HOUR_MS);
        }

        private static double sum(List<Weighted> weighted) {
            double sum = 0;
            for (Weighted it : weighted) {
                sum += it.weight();
            }
            return sum;
        }
    }

    /**
     * The logistic function and where its values count.
     *
     * @param related least score of related articles
     * @param sameEvent least score of reports of one event
     */
    record Coefficients(double bias, double terms, double entities, double distance, double related, double sameEvent) {

        static final Coefficients FITTED = new Coefficients(-1.07, 15.2, 4.3, -1.42, 0.25, 0.4);

        double probability(Features features) {
            double sum = bias + terms * features.terms + entities * features.entities + distance * features.distance;
            return 1 / (1 + Math.exp(-sum));
        }
    }
}
