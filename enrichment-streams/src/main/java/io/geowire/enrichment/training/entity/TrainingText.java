package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledMention;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A text to learn from.
 *
 * @param mentions its names, in reading order
 * @param open spans that may be names of types which the corpus does not label
 */
record TrainingText(NewsText text, List<Mention> mentions, List<Span> open) {

    /**
     * A labelled name.
     *
     * @param name canonical name: the same for each mention of one thing
     */
    record Mention(Span span, EntityType type, String name) {}

    TrainingText {
        mentions = List.copyOf(mentions);
        open = List.copyOf(open);
    }

    static TrainingText of(LabelledArticle article) {
        List<Mention> mentions = new ArrayList<>();
        List<LabelledMention> labels = article.mentions();
        if (labels != null) {
            for (LabelledMention label : labels) {
                mentions.add(new Mention(label.span(), label.type(), label.name()));
            }
        }
        return new TrainingText(article.text(), mentions, List.of());
    }
}
