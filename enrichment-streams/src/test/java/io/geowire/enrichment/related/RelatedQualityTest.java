package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.evaluation.RelatedEvaluation;
import io.geowire.enrichment.onnx.MiniLm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Floors on the file that no model was trained with; a little below what was measured. */
class RelatedQualityTest {
    private static RelatedEvaluation evaluation;

    @BeforeAll
    static void measure() throws IOException {
        PairModel model = PairModel.shipped();
        Fingerprinter fingerprinter = Fingerprinter.shipped();
        TableRecognizer recognizer = TableRecognizer.load();
        List<LabelledArticle> articles = LabelledNews.read(Path.of("news", "test", "world.jsonl"));
        List<Fingerprint> fingerprints = new ArrayList<>();
        try (MiniLm encoder = MiniLm.load()) {
            for (LabelledArticle article : articles) {
                Headline headline = new Headline(
                        article.id(),
                        null,
                        article.text().title(),
                        article.source(),
                        null,
                        Objects.requireNonNull(article.publishedAt()));
                Profile profile = fingerprinter.profile(
                        EncodedText.of(article.text(), encoder), recognizer.recognize(article.text()));
                fingerprints.add(new Fingerprint(headline, 1, profile));
            }
        }
        evaluation = RelatedEvaluation.of(articles, fingerprints, new LogisticScorer(model));
    }

    @Test
    void reportsOfOneEvent() {
        assertThat(evaluation.sameEvent().precision()).isGreaterThan(0.9);
        assertThat(evaluation.sameEvent().recall()).isGreaterThan(0.72);
    }

    @Test
    void relatedOfAnyKind() {
        assertThat(evaluation.related().precision()).isGreaterThan(0.9);
        assertThat(evaluation.related().recall()).isGreaterThan(0.59);
    }

    @Test
    void copies() {
        assertThat(evaluation.copies().precision()).isGreaterThan(0.95);
        assertThat(evaluation.copies().recall()).isGreaterThan(0.95);
    }

    @Test
    void reportsOfOneEventMeetAtABlockKey() {
        assertThat(evaluation.met()).isGreaterThan(0.95);
    }

    @Test
    void stories() {
        assertThat(evaluation.storyPrecision()).isGreaterThan(0.95);
        assertThat(evaluation.storyRecall()).isGreaterThan(0.9);
    }
}
