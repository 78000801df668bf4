package io.geowire.enrichment.training.topic;

import io.geowire.enrichment.topic.SparseVector;
import java.util.Set;

/**
 * A labelled item as the trainer sees it.
 *
 * @param fold which part of the news it belongs to, when parts are left out in turn; from 0, or {@link #NEVER_LEFT_OUT}
 * @param features what it is judged by
 * @param topics its labels
 */
record TopicExample(int fold, SparseVector features, Set<String> topics) {
    /** In place of a fold: always trained with, never measured. */
    static final int NEVER_LEFT_OUT = -1;
}
