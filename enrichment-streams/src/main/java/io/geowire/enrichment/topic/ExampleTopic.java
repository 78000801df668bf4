package io.geowire.enrichment.topic;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.topic.LexiconTopicClassifier.Support;
import java.util.List;
import java.util.Optional;

/**
 * A topic given by phrases and by likeness to examples: of a text whose vector is at a cosine of {@value #MIDDLE} or more from one of
 * them.
 *
 * @param examples vectors of texts that belong to it
 */
record ExampleTopic(Topic topic, List<TextVector> examples) {
    private static final double MIDDLE = 0.55;
    private static final double STEEPNESS = 12;

    static ExampleTopic of(Topic topic, TextEncoder encoder) {
        return new ExampleTopic(
                topic, topic.examples().stream().map(encoder::encode).toList());
    }

    Optional<TopicLabel> label(EncodedText text, Support support) {
        double likeness = likeness(text);
        double score = 1 - (1 - support.score()) * (1 - likeness);
        List<Span> evidence = support.evidence().isEmpty() ? title(text) : support.evidence();
        return score >= topic.threshold() && !evidence.isEmpty()
                ? Optional.of(new TopicLabel(topic.id(), topic.iptc(), score, evidence))
                : Optional.empty();
    }

    /** From 0 to below 1; at a cosine of {@value #MIDDLE} one half. */
    private double likeness(EncodedText text) {
        double nearest = 0;
        for (TextVector example : examples) {
            nearest = Math.max(nearest, Math.max(example.cosine(text.title()), example.cosine(text.lead())));
        }
        return nearest == 0 ? 0 : 1 / (1 + StrictMath.exp(-STEEPNESS * (nearest - MIDDLE)));
    }

    /** An example is like a text as a whole: the title stands for it. */
    private static List<Span> title(EncodedText text) {
        List<Word> words = Word.of(TextField.TITLE, text.text().title());
        return words.isEmpty()
                ? List.of()
                : List.of(text.text()
                        .span(
                                TextField.TITLE,
                                words.get(0).start(),
                                words.get(words.size() - 1).end()));
    }
}
