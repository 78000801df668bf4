package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.ProperWords;
import io.geowire.enrichment.entity.TableRecognizer;
import java.util.List;

/** Everything that is measured, with what comes with Geowire. */
public final class Evaluations {
    private Evaluations() {}

    /** One evaluation for each part. Loading takes about a second. */
    public static List<Evaluation> load() {
        return List.of(entities());
    }

    /** That of mentions and links. */
    public static Evaluation entities() {
        EntityTable table = EntityTable.load();
        return new EntityEvaluation(TableRecognizer.load(), table, ProperWords.of(table)::contains);
    }
}
