package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.topic.TopicClassifier;
import io.geowire.enrichment.topic.TopicLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measures topics on the items whose topics are labelled: all labels, the mean of the topics, each topic, and items of no topic. */
final class TopicFigures implements Evaluation {
    private final TextEncoder encoder;
    private final TopicClassifier classifier;

    TopicFigures(TextEncoder encoder, TopicClassifier classifier) {
        this.encoder = encoder;
        this.classifier = classifier;
    }

    @Override
    public String part() {
        return "topics";
    }

    @Override
    public List<Figure> measure(List<LabelledArticle> news) {
        List<TopicEvaluation.Item> items = new ArrayList<>();
        for (LabelledArticle article : news) {
            Set<String> labelled = article.topics();
            if (labelled != null) {
                items.add(new TopicEvaluation.Item(labelled, found(article)));
            }
        }
        return items.isEmpty() ? List.of() : figures(TopicEvaluation.of(items));
    }

    private Set<String> found(LabelledArticle article) {
        return classifier.classify(EncodedText.of(article.text(), encoder)).stream()
                .map(TopicLabel::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Figure> figures(TopicEvaluation evaluation) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("labels", Figure.ALL, evaluation.micro()));
        figures.add(new Figure(
                "mean of topics", Figure.ALL, evaluation.byTopic().size(), Map.of("f1", evaluation.macroF1())));
        evaluation.byTopic().forEach((topic, counts) -> figures.add(Figure.of("labels", topic, counts)));
        if (evaluation.none() > 0) {
            figures.add(new Figure(
                    "items of no topic", Figure.ALL, evaluation.none(), Map.of("labelled", evaluation.falseOnNone())));
        }
        return figures;
    }
}
