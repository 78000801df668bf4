package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.PairScorer;
import io.geowire.enrichment.related.Relation;
import io.geowire.enrichment.related.Ring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well pairs, stories and copies are found, as the topology finds them: among items at most 72 hours apart that share a block
 * key.
 *
 * @param sameEvent pairs that report one event, copies included
 * @param related pairs that belong together in any way
 * @param copies pairs of copies
 * @param met share of the pairs of one event that share a block key, from 0 to 1
 * @param storyPrecision B-cubed precision: how much of an item's story as found is of its story as labelled, on average
 * @param storyRecall B-cubed recall: how much of an item's story as labelled was found, on average
 */
public record RelatedEvaluation(
        Counts sameEvent, Counts related, Counts copies, double met, double storyPrecision, double storyRecall) {

    /**
     * Measures the pairs of one file.
     *
     * @param articles with their labels and times
     * @param fingerprints of the articles, in the same order
     */
    public static RelatedEvaluation of(
            List<LabelledArticle> articles, List<Fingerprint> fingerprints, PairScorer scorer) {
        return new Run(articles, fingerprints, scorer).measure();
    }

    /** One measurement under way. */
    private static final class Run {
        private final List<LabelledArticle> articles;
        private final List<Fingerprint> fingerprints;
        private final PairScorer scorer;
        private final Headline[] first;
        private Counts sameEvent = Counts.NONE;
        private Counts related = Counts.NONE;
        private Counts copies = Counts.NONE;
        private int met;

        Run(List<LabelledArticle> articles, List<Fingerprint> fingerprints, PairScorer scorer) {
            this.articles = articles;
            this.fingerprints = fingerprints;
            this.scorer = scorer;
            this.first = fingerprints.stream().map(Fingerprint::headline).toArray(Headline[]::new);
        }

        RelatedEvaluation measure() {
            for (int i = 0; i < articles.size(); i++) {
                for (int j = 0; j < i; j++) {
                    Headline one = fingerprints.get(i).headline();
                    if (Ring.near(
                            one.publishedAt(), fingerprints.get(j).headline().publishedAt())) {
                        compare(i, j);
                    }
                }
            }
            int events = sameEvent.labels();
            List<String> found = new ArrayList<>();
            List<String> labelled = new ArrayList<>();
            for (int i = 0; i < articles.size(); i++) {
                String story = articles.get(i).story();
                found.add(first[i].articleId());
                labelled.add(story == null ? "alone: " + articles.get(i).id() : story);
            }
            return new RelatedEvaluation(
                    sameEvent,
                    related,
                    copies,
                    events == 0 ? 1 : (double) met / events,
                    shared(found, labelled),
                    shared(labelled, found));
        }

        private void compare(int i, int j) {
            Fingerprint one = fingerprints.get(i);
            Fingerprint other = fingerprints.get(j);
            boolean meet = one.profile().meets(other.profile());
            Optional<Relation> relation = meet ? scorer.compare(one, other).map(it -> it.relation()) : Optional.empty();
            boolean event = relation.filter(Relation::sameStory).isPresent();
            boolean labelledEvent = articles.get(i).sameEvent(articles.get(j));
            sameEvent = sameEvent.plus(count(event, labelledEvent));
            related = related.plus(count(relation.isPresent(), articles.get(i).related(articles.get(j))));
            copies = copies.plus(count(
                    relation.filter(Relation.DUPLICATE::equals).isPresent(),
                    articles.get(i).copies(articles.get(j))));
            met += labelledEvent && meet ? 1 : 0;
            if (event) {
                first[i] = earlier(first[i], other.headline());
                first[j] = earlier(first[j], one.headline());
            }
        }

        private static Headline earlier(Headline one, Headline other) {
            return Headline.BY_AGE.compare(one, other) <= 0 ? one : other;
        }

        private static Counts count(boolean found, boolean labelled) {
            return new Counts(found && labelled ? 1 : 0, found && !labelled ? 1 : 0, !found && labelled ? 1 : 0);
        }

        /** How much of an item's group in the one parting is together in the other too, on average. */
        private static double shared(List<String> one, List<String> other) {
            Map<String, Integer> sizes = new HashMap<>();
            Map<List<String>, Integer> both = new HashMap<>();
            for (int i = 0; i < one.size(); i++) {
                sizes.merge(one.get(i), 1, Integer::sum);
                both.merge(List.of(one.get(i), other.get(i)), 1, Integer::sum);
            }
            double sum = 0;
            for (int i = 0; i < one.size(); i++) {
                sum += (double) both.getOrDefault(List.of(one.get(i), other.get(i)), 0)
                        / sizes.getOrDefault(one.get(i), 1);
            }
            return one.isEmpty() ? 1 : sum / one.size();
        }
    }
}
