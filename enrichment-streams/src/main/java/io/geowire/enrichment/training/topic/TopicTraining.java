package io.geowire.enrichment.training.topic;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.evaluation.TopicEvaluation;
import io.geowire.enrichment.topic.LexiconTopicClassifier;
import io.geowire.enrichment.topic.Topic;
import io.geowire.enrichment.topic.TopicFeatures;
import io.geowire.enrichment.topic.TopicLexicon;
import io.geowire.enrichment.topic.TopicModel;
import io.geowire.enrichment.topic.TopicModel.Linear;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** From files of labelled news to the file of the topic model. */
public final class TopicTraining {
    private static final String LICENCE =
            "Apache-2.0. Trained by Geowire on its own labelled news; uses vectors of all-MiniLM-L6-v2.";

    private final TopicLexicon lexicon = TopicLexicon.shipped();
    private final LexiconTopicClassifier phrases = new LexiconTopicClassifier(lexicon);
    private final TextEncoder encoder;

    public TopicTraining(TextEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Trains on some files and writes the model. A file is a fold, left out in turn when thresholds are chosen; but files with
     * topics only, made to fill gaps, are never left out and never measured.
     *
     * @return how well models do on the file that was left out
     * @throws IOException if a file cannot be read, or the model not be written
     * @throws io.geowire.enrichment.evaluation.LabelledNewsException if a line of a file is wrong
     */
    public TopicEvaluation train(List<Path> files, Path model) throws IOException {
        List<TopicExample> examples = new ArrayList<>();
        int folds = 0;
        for (Path file : files) {
            List<LabelledArticle> articles = LabelledNews.read(file);
            boolean filler = articles.stream().allMatch(article -> article.mentions() == null);
            int fold = filler ? TopicExample.NEVER_LEFT_OUT : folds++;
            articles.forEach(article -> add(article, fold, examples));
        }
        TopicTrainer.Trained trained =
                new TopicTrainer(lexicon.topics().stream().map(Topic::id).toList()).train(examples);
        write(trained.model(), model);
        return trained.leftOut();
    }

    private void add(LabelledArticle article, int fold, List<TopicExample> examples) {
        Set<String> topics = article.topics();
        if (topics != null) {
            EncodedText text = EncodedText.of(article.text(), encoder);
            examples.add(new TopicExample(fold, TopicFeatures.of(text, phrases).vector(), topics));
        }
    }

    /** Writes a model as {@link TopicModel} reads it. */
    static void write(TopicModel model, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            out.writeUTF(TopicModel.FORMAT);
            out.writeUTF(LICENCE);
            out.writeInt(model.topics().size());
            out.writeInt(model.dimensions());
            out.writeInt(TopicFeatures.BUCKETS);
            for (String topic : model.topics()) {
                out.writeUTF(topic);
            }
            out.writeFloat((float) model.mostNone());
            for (Linear output : model.outputs()) {
                out.writeFloat(output.threshold());
                out.writeFloat(output.bias());
                for (float weight : output.dense()) {
                    out.writeFloat(weight);
                }
                out.writeFloat(output.scale());
                out.write(output.buckets());
            }
        }
    }
}
