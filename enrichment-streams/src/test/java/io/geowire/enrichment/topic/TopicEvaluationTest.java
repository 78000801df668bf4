package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.evaluation.TopicEvaluation;
import io.geowire.enrichment.evaluation.TopicEvaluation.Item;
import io.geowire.enrichment.onnx.MiniLm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the figures of the shipped topics on news that no model was trained with. */
class TopicEvaluationTest {
    private static final Path NEWS = Path.of("news", "test");

    private static TopicEvaluation measure(String file) throws IOException {
        try (MiniLm encoder = MiniLm.load()) {
            TopicClassifier classifier =
                    new TrainedTopicClassifier(TopicLexicon.shipped(), TopicModel.shipped(), encoder);
            List<Item> items = LabelledNews.read(NEWS.resolve(file)).stream()
                    .map(article -> item(article, classifier, encoder))
                    .toList();
            return TopicEvaluation.of(items);
        }
    }

    private static Item item(LabelledArticle article, TopicClassifier classifier, TextEncoder encoder) {
        Set<String> found = classifier.classify(EncodedText.of(article.text(), encoder)).stream()
                .map(TopicLabel::id)
                .collect(Collectors.toSet());
        return new Item(Objects.requireNonNull(article.topics()), found);
    }

    @Test
    void holdsItsFiguresOnAFileOfAnotherHand() throws IOException {
        TopicEvaluation evaluation = measure("world.jsonl");
        assertThat(evaluation.micro().f1()).isGreaterThan(0.78);
        assertThat(evaluation.macroF1()).isGreaterThan(0.78);
        assertThat(evaluation.falseOnNone()).isLessThan(0.06);
    }

    @Test
    void holdsItsFiguresOnPlainNewsOfAGeneralWire() throws IOException {
        TopicEvaluation evaluation = measure("desk.jsonl");
        assertThat(evaluation.micro().f1()).isGreaterThan(0.81);
        assertThat(evaluation.macroF1()).isGreaterThan(0.82);
        assertThat(evaluation.falseOnNone()).isLessThan(0.08);
    }

    @Test
    void holdsItsFiguresOnHeadlinesWrittenLast() throws IOException {
        TopicEvaluation evaluation = measure("topics.jsonl");
        assertThat(evaluation.micro().f1()).isGreaterThan(0.81);
        assertThat(evaluation.macroF1()).isGreaterThan(0.82);
        assertThat(evaluation.falseOnNone()).isLessThan(0.07);
    }
}
