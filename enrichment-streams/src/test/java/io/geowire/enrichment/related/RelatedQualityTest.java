package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.entity.TableRecognizer;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Floors on the files that were left unseen when the score was fitted; a little below what was measured. */
class RelatedQualityTest {
    private static List<Corpus.Pair> near;

    @BeforeAll
    static void compareTheUnseen() {
        Corpus corpus = new Corpus(TableRecognizer.load());
        Fingerprinter fingerprinter = new Fingerprinter(corpus.frequencies(RelatedEvaluation.SEEN));
        near = corpus.pairs(RelatedEvaluation.UNSEEN, fingerprinter).stream()
                .filter(Corpus.Pair::near)
                .toList();
    }

    @Test
    void reportsOfOneEvent() {
        assertThat(precision(Relation::sameStory, Corpus.Pair::sameStory)).isGreaterThan(0.84);
        assertThat(recall(Relation::sameStory, Corpus.Pair::sameStory)).isGreaterThan(0.46);
    }

    @Test
    void relatedOfAnyKind() {
        assertThat(precision(relation -> true, Corpus.Pair::related)).isGreaterThan(0.9);
        assertThat(recall(relation -> true, Corpus.Pair::related)).isGreaterThan(0.36);
    }

    @Test
    void copies() {
        assertThat(precision(Relation.DUPLICATE::equals, Corpus.Pair::copies)).isGreaterThan(0.95);
        assertThat(recall(Relation.DUPLICATE::equals, Corpus.Pair::copies)).isGreaterThan(0.95);
    }

    @Test
    void pairsThatWouldBeLinkedMeetAtABlockKey() {
        OverlapScorer scorer = new OverlapScorer();
        List<Corpus.Pair> linked = near.stream()
                .filter(pair -> scorer.compare(pair.a(), pair.b()).isPresent())
                .toList();

        assertThat(share(linked, Corpus.Pair::meet)).isGreaterThan(0.8);
    }

    private static double precision(Predicate<Relation> relation, Predicate<Corpus.Pair> truth) {
        return share(near.stream().filter(pair -> found(pair, relation)).toList(), truth);
    }

    private static double recall(Predicate<Relation> relation, Predicate<Corpus.Pair> truth) {
        return share(near.stream().filter(truth).toList(), pair -> found(pair, relation));
    }

    /** As in the topology: a pair is scored only if it meets. */
    private static boolean found(Corpus.Pair pair, Predicate<Relation> relation) {
        return pair.meet()
                && new OverlapScorer()
                        .compare(pair.a(), pair.b())
                        .filter(related -> relation.test(related.relation()))
                        .isPresent();
    }

    private static double share(List<Corpus.Pair> pairs, Predicate<Corpus.Pair> which) {
        return (double) pairs.stream().filter(which).count() / pairs.size();
    }
}
