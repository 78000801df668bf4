package io.geowire.enrichment.related;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores a pair by a logistic function of its {@link PairFeatures}. Copies are found by resemblance of wording.
 *
 * <p>Weights and least scores are those of a {@link PairModel}, trained on labelled stories.
 */
public final class LogisticScorer implements PairScorer {
    private static final int MOST_SHARED_TERMS = 10;
    private static final double COPY = 0.5;
    private static final double TITLE_COPY = 0.45;
    private static final int LEAST_SHARED_BY_COPIES = 3;

    private final PairModel model;

    public LogisticScorer(PairModel model) {
        this.model = model;
    }

    @Override
    public Optional<Relatedness> compare(Fingerprint one, Fingerprint other) {
        PairFeatures features = PairFeatures.of(one, other);
        double score = model.score(features);
        double copy = resemblanceOfCopies(one, other);
        if (copy > 0) {
            ScoreParts parts = ScoreParts.of(model, features, copy);
            return Optional.of(relatedness(Math.max(score, copy), Relation.DUPLICATE, one, other, parts));
        }
        if (score < model.related()) {
            return Optional.empty();
        }
        Relation relation = score < model.sameEvent() ? Relation.DEVELOPING_STORY : Relation.SAME_EVENT;
        return Optional.of(relatedness(score, relation, one, other, ScoreParts.of(model, features, 0)));
    }

    private static Relatedness relatedness(
            double score, Relation relation, Fingerprint one, Fingerprint other, ScoreParts parts) {
        return new Relatedness(
                score,
                relation,
                names(PairFeatures.shared(
                        one.profile().entities(), other.profile().entities())),
                names(PairFeatures.shared(one.profile().terms(), other.profile().terms())),
                parts);
    }

    /**
     * How alike two copies are; 0 if they are none. Two bodies are compared as wholes; where one is missing, only the titles can be, and
     * figures in them must agree; so must names, or "Polls open in Grenada" would be a copy of "Polls open in Tonga".
     */
    private static double resemblanceOfCopies(Fingerprint one, Fingerprint other) {
        Sketch body = one.profile().body();
        Sketch otherBody = other.profile().body();
        if (!body.isEmpty() && !otherBody.isEmpty()) {
            double bodies = body.resemblance(otherBody);
            return bodies >= COPY ? bodies : 0;
        }
        int shared = PairFeatures.shared(one.profile().terms(), other.profile().terms())
                .size();
        if (shared < LEAST_SHARED_BY_COPIES) {
            return 0;
        }
        double titles = one.wording().resemblance(other.wording());
        return titles < TITLE_COPY || (namesMore(one, other) && namesMore(other, one)) ? 0 : titles;
    }

    /** Whether the title of one names what the other names nowhere. */
    private static boolean namesMore(Fingerprint one, Fingerprint other) {
        Set<String> named =
                other.profile().entities().stream().map(Weighted::name).collect(Collectors.toSet());
        return one.profile().entities().stream().anyMatch(entity -> entity.inTitle() && !named.contains(entity.name()));
    }

    private static List<String> names(List<Weighted> shared) {
        return shared.stream()
                .sorted(Comparator.comparingDouble((Weighted it) -> -it.weight())
                        .thenComparing(Weighted::name))
                .limit(MOST_SHARED_TERMS)
                .map(Weighted::name)
                .toList();
    }
}
