package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.PairScorer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures pairs and stories of one file as the topology finds them, with {@link RelatedEvaluation}. Items without a time cannot
 * be compared and do not count; nor does news in which no item has a story, a saga or an original.
 */
final class RelatedFigures implements Evaluation {
    private static final String PAIRS = "pairs";

    private final TextEncoder encoder;
    private final EntityRecognizer recognizer;
    private final Fingerprinter fingerprinter;
    private final PairScorer scorer;

    RelatedFigures(TextEncoder encoder, EntityRecognizer recognizer, Fingerprinter fingerprinter, PairScorer scorer) {
        this.encoder = encoder;
        this.recognizer = recognizer;
        this.fingerprinter = fingerprinter;
        this.scorer = scorer;
    }

    @Override
    public String part() {
        return "related";
    }

    @Override
    public List<Figure> measure(List<LabelledArticle> news) {
        List<LabelledArticle> dated =
                news.stream().filter(article -> article.publishedAt() != null).toList();
        if (dated.stream().noneMatch(LabelledArticle::hasRelations)) {
            return List.of();
        }
        RelatedEvaluation evaluation = RelatedEvaluation.of(
                dated, dated.stream().map(this::fingerprint).toList(), scorer);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(PAIRS, "same event", evaluation.sameEvent()));
        figures.add(Figure.of(PAIRS, "any relation", evaluation.related()));
        figures.add(Figure.of(PAIRS, "copies", evaluation.copies()));
        figures.add(new Figure(
                "pairs at a block key",
                "same event",
                evaluation.sameEvent().labels(),
                Map.of("recall", evaluation.met())));
        figures.add(new Figure("stories, B-cubed", Figure.ALL, dated.size(), bCubed(evaluation)));
        return figures;
    }

    private static Map<String, Double> bCubed(RelatedEvaluation evaluation) {
        double precision = evaluation.storyPrecision();
        double recall = evaluation.storyRecall();
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("precision", precision);
        values.put("recall", recall);
        values.put("f1", 2 * precision * recall / (precision + recall));
        return values;
    }

    private Fingerprint fingerprint(LabelledArticle article) {
        Instant publishedAt = Objects.requireNonNull(article.publishedAt(), article.id());
        Headline headline =
                new Headline(article.id(), null, article.text().title(), article.source(), null, publishedAt);
        return new Fingerprint(
                headline,
                1,
                fingerprinter.profile(EncodedText.of(article.text(), encoder), recognizer.recognize(article.text())));
    }
}
