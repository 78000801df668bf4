package io.geowire.enrichment.topology;

import io.geowire.enrichment.state.Question;
import io.geowire.events.EnrichedArticle;
import java.util.List;

/** What the analysis of an article leads to. */
sealed interface Step {
    /** The record key is the block key to ask. */
    record Ask(Question question) implements Step {}

    /** There is nobody to ask. The record key is the article id. */
    record Publish(EnrichedArticle article) implements Step {}

    default List<Question> asked() {
        return this instanceof Ask ask ? List.of(ask.question) : List.of();
    }

    default List<EnrichedArticle> published() {
        return this instanceof Publish publish ? List.of(publish.article) : List.of();
    }
}
