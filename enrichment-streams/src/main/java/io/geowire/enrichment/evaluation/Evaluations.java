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
        EntityTable table = EntityTable.load();
        TableRecognizer recognizer = TableRecognizer.load(table);
        return List.of(
                entities(table, recognizer),
                topics(encoder),
                new RelatedFigures(
                        encoder, recognizer, Fingerprinter.shipped(table), new LogisticScorer(PairModel.shipped())));
    }

    /** That of mentions and links. */
    public static Evaluation entities() {
        EntityTable table = EntityTable.load();
        return entities(table, TableRecognizer.load(table));
    }

    private static Evaluation entities(EntityTable table, TableRecognizer recognizer) {
        return new EntityEvaluation(recognizer, table, ProperWords.of(table)::contains);
    }

    /** That of topics. */
    static Evaluation topics(TextEncoder encoder) {
        return new TopicFigures(
                encoder, new TrainedTopicClassifier(TopicLexicon.shipped(), TopicModel.shipped(), encoder));
    }
}
