package io.geowire.enrichment.evaluation;

import java.util.List;

/** Measures one part of the enrichment on labelled news. */
public interface Evaluation {

    /** What it measures, one word in lower case: entities, topics … */
    String part();

    /** The figures, in the order in which to show them; none if the news has no labels of this kind. */
    List<Figure> measure(List<LabelledArticle> news);
}
