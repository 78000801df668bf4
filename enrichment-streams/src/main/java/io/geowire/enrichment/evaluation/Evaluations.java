package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.ProperWords;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.topic.TopicLexicon;
import io.geowire.enrichment.topic.TopicModel;
import io.geowire.enrichment.topic.TrainedTopicClassifier;
import java.util.List;

/** Everything that is measured, with what comes with Geowire. */
public final class Evaluations {
    private Evaluations() {}

    /**
     * One evaluation for each part. Loading takes about a second.
     *
     * @param encoder turns texts into vectors, for as long as something is measured
     */
    public static List<Evaluation> load(TextEncoder encoder) {
        return List.of(entities(), topics(encoder), related(encoder));
    }

    /** That of mentions and links. */
    public static Evaluation entities() {
        EntityTable table = EntityTable.load();
        return new EntityEvaluation(TableRecognizer.load(), table, ProperWords.of(table)::contains);
    }

    /** That of topics. */
    static Evaluation topics(TextEncoder encoder) {
        return new TopicFigures(
                encoder, new TrainedTopicClassifier(TopicLexicon.shipped(), TopicModel.shipped(), encoder));
    }

    /** That of pairs and stories. */
    static Evaluation related(TextEncoder encoder) {
        return new RelatedFigures(
                encoder, TableRecognizer.load(), Fingerprinter.shipped(), new LogisticScorer(PairModel.shipped()));
    }
}
