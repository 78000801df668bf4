package io.geowire.enrichment.training.topic;

import io.geowire.enrichment.topic.SparseVector;
import java.util.Set;

/**
 * A labelled item as the trainer sees it.
 *
 * @param fold which part of the news it belongs to, when parts are left out in turn; from 0
 * @param features what it is judged by
 * @param topics its labels
 */
record TopicExample(int fold, SparseVector features, Set<String> topics) {}
