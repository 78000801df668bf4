package io.geowire.enrichment.topic;

import io.geowire.enrichment.encoder.EncodedText;
import java.util.List;

/** Says what a news text is about. Implementations are deterministic and safe for use by several threads. */
public interface TopicClassifier {
    /** The labels of a text, the best first, then by id; none if it is about none of the topics. */
    List<TopicLabel> classify(EncodedText text);
}
