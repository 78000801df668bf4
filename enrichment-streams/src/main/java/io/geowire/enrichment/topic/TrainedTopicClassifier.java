package io.geowire.enrichment.topic;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.topic.LexiconTopicClassifier.Support;
import io.geowire.enrichment.topic.LexiconTopicClassifier.Verdict;
import io.geowire.enrichment.topic.TopicModel.Linear;
import java.util.ArrayList;
import java.util.List;

/**
 * Labels by a trained model that hears the lexicon: a topic is given if its probability reaches its threshold and the text is not
 * likely to be about none. The evidence is the lexicon's phrases, or else the words that weighed most.
 *
 * <p>Topics that the model does not know, which users add, are given by their phrases and their examples.
 */
public final class TrainedTopicClassifier implements TopicClassifier {
    private static final int MOST_WORDS = 3;

    private final List<Topic> topics;
    private final LexiconTopicClassifier lexicon;
    private final TopicModel model;
    private final List<ExampleTopic> added;

    /**
     * @param lexicon the topics of the model, in its order, and perhaps others after them
     * @param encoder for the examples of the others
     * @throws IllegalArgumentException if the model is for other topics
     */
    public TrainedTopicClassifier(TopicLexicon lexicon, TopicModel model, TextEncoder encoder) {
        this.topics = lexicon.topics();
        this.lexicon = new LexiconTopicClassifier(lexicon);
        this.model = model;
        int known = model.topics().size();
        List<String> ids = topics.stream().map(Topic::id).toList();
        if (ids.size() < known || !ids.subList(0, known).equals(model.topics())) {
            throw new IllegalArgumentException("the model is for the topics " + model.topics() + ", not " + ids);
        }
        this.added = topics.subList(known, topics.size()).stream()
                .map(topic -> ExampleTopic.of(topic, encoder))
                .toList();
    }

    @Override
    public List<TopicLabel> classify(EncodedText text) {
        Verdict verdict = lexicon.verdict(text.text());
        List<TopicLabel> labels = new ArrayList<>(trained(text, verdict));
        int known = model.topics().size();
        for (int i = 0; i < added.size(); i++) {
            added.get(i).label(text, verdict.supports().get(known + i)).ifPresent(labels::add);
        }
        labels.sort(TopicLabel.BEST_FIRST);
        return labels;
    }

    private List<TopicLabel> trained(EncodedText text, Verdict verdict) {
        int known = model.topics().size();
        TopicFeatures features =
                TopicFeatures.of(text, new Verdict(verdict.supports().subList(0, known), verdict.unrelated()));
        SparseVector vector = features.vector();
        List<TopicLabel> labels = new ArrayList<>();
        if (model.outputs().get(known).probability(vector) > model.mostNone()) {
            return labels;
        }
        for (int i = 0; i < known; i++) {
            Linear linear = model.outputs().get(i);
            double probability = linear.probability(vector);
            if (probability >= linear.threshold()) {
                List<Span> evidence =
                        evidence(text, features, verdict.supports().get(i), linear);
                if (!evidence.isEmpty()) {
                    labels.add(new TopicLabel(topics.get(i).id(), topics.get(i).iptc(), probability, evidence));
                }
            }
        }
        return labels;
    }

    /** Empty for a text without words only. */
    private static List<Span> evidence(EncodedText text, TopicFeatures features, Support support, Linear linear) {
        return support.evidence().isEmpty() ? features.heaviest(text, linear::bucket, MOST_WORDS) : support.evidence();
    }
}
