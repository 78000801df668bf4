package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.ProperWords;
import io.geowire.enrichment.entity.TaggerModel;
import io.geowire.enrichment.entity.TaggingTask;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes what the tagger needs: the word clusters, the parts of persons' names and the trained model. */
public final class EntityTraining {
    private static final long SEED = 20260601;
    private static final List<String> COLUMN_CORPORA = List.of("wikigold.tsv", "uner_ewt_dev.tsv", "uner_ewt_test.tsv");
    private static final String CLUSTERS = "brown-clusters.tsv.gz";
    private static final String ABOUT =
            "Apache-2.0 for Geowire's part. Trained on the labelled news of Geowire, on Wikigold (CC BY 4.0, Balasuriya and"
                    + " others 2009) and on the English Web Treebank part of Universal NER (CC BY-SA 4.0), with names of"
                    + " Wikidata (CC0 1.0) and Natural Earth (public domain), and clusters of NLP4J (Apache-2.0).";

    /** How many copies of a labelled article with other names in it. */
    private static final int SWAPS = 2;
    /** Share of its names that are others. */
    private static final double SWAPPED = 0.7;
    /** Share of the table's entities that training hides. */
    private static final double HIDDEN = 0.4;

    private EntityTraining() {}

    /**
     * Trains and writes the resources.
     *
     * @param news files of labelled news
     * @param corpora folder with the open corpora and the clusters
     * @param names table of the world's names
     * @param out folder for the three resources
     * @param progress is told each step
     * @throws IOException if an input is missing or not in its format, or the output cannot be written
     */
    public static void run(List<Path> news, Path corpora, Path names, Path out, Consumer<String> progress)
            throws IOException {
        NameStock stock = NameStock.read(names);
        Files.writeString(out.resolve("person-names.txt"), PersonNames.of(stock.persons()));
        try (OutputStream clusters = Files.newOutputStream(out.resolve("word-clusters.txt.gz"))) {
            ClusterFile.convert(corpora.resolve(CLUSTERS), clusters);
        }
        progress.accept("word clusters and " + stock.persons().size() + " persons' names");
        TaggerModel model = train(
                TaggingTask.of(name -> Files.newInputStream(out.resolve(name))),
                LabelledNews.read(news).stream()
                        .filter(article -> article.mentions() != null)
                        .toList(),
                corpora,
                stock,
                progress);
        try (OutputStream file = Files.newOutputStream(out.resolve("tagger.bin.gz"))) {
            model.write(file);
        }
        progress.accept("tagger of " + model.size() + " features");
    }

    static TaggerModel train(
            TaggingTask task, List<LabelledArticle> news, Path corpora, NameStock stock, Consumer<String> progress)
            throws IOException {
        Random random = new Random(SEED);
        TaggerTrainer trainer = new TaggerTrainer(task, SEED);
        Variants variants = new Variants(ProperWords.of(EntityTable.load())::contains);
        NameSwap swap = new NameSwap(stock);
        for (LabelledArticle article : news) {
            if (article.mentions() == null) {
                continue;
            }
            TrainingText text = TrainingText.of(article);
            for (TrainingText variant : variants.of(text, random)) {
                trainer.add(variant, HIDDEN * random.nextInt(3) / 2);
            }
            for (int copy = 0; copy < SWAPS; copy++) {
                for (TrainingText variant : variants.of(swap.swap(text, SWAPPED, random), random)) {
                    trainer.add(variant, HIDDEN);
                }
            }
        }
        for (String corpus : COLUMN_CORPORA) {
            for (TrainingText text : ColumnCorpus.read(corpora.resolve(corpus))) {
                for (TrainingText variant : variants.of(text, random)) {
                    trainer.add(variant, HIDDEN * random.nextInt(2));
                }
            }
        }
        progress.accept(trainer.size() + " fields to learn from");
        return trainer.train(ABOUT, ConditionalField.Settings.DEFAULT);
    }
}
