package io.geowire.standalone;

import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.evaluation.TopicEvaluation;
import io.geowire.enrichment.onnx.MiniLm;
import io.geowire.enrichment.training.entity.EntityTraining;
import io.geowire.enrichment.training.entity.TownList;
import io.geowire.enrichment.training.related.RelatedTraining;
import io.geowire.enrichment.training.topic.TopicTraining;
import io.geowire.service.ServiceRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the models that ship; for those who change Geowire. */
@Command(name = "train", description = "Trains what ships.", hidden = true)
final class TrainCommand {
    private static final List<String> ENTITY_PARTS = List.of("train", "dev", "names");
    private static final List<String> PARTS = List.of("train", "dev");

    @Spec
    private CommandSpec spec;

    @Command(name = "entities", description = "Trains the tagger of names and writes it with its word lists.")
    int entities(
            @Option(
                            names = "--corpora",
                            paramLabel = "DIR",
                            required = true,
                            description =
                                    "Holds wikigold.tsv, uner_ewt_dev.tsv, uner_ewt_test.tsv and brown-clusters.tsv.gz.")
                    Path corpora,
            @Option(
                            names = "--names",
                            paramLabel = "FILE",
                            required = true,
                            description = "Table of the world's names: qid, type, name, aliases, demonyms, iso2, kind,"
                                    + " valid, source, iso3, parted by tabs.")
                    Path names,
            @Mixin News news,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            defaultValue = "enrichment-streams/src/main/resources/io/geowire/enrichment/entity",
                            description = "Where to write. Default: ${DEFAULT-VALUE}.")
                    Path out)
            throws IOException {
        EntityTraining.run(
                news.files(ENTITY_PARTS),
                corpora,
                names,
                out,
                spec.commandLine().getOut()::println);
        return ServiceRunner.OK;
    }

    @Command(name = "towns", description = "Makes the list of towns that names of places are linked to.")
    int towns(
            @Option(
                            names = "--geonames",
                            paramLabel = "FILE",
                            required = true,
                            description = "A dump of GeoNames, in its own format.")
                    Path geoNames,
            @Option(
                            names = "--names",
                            paramLabel = "FILE",
                            required = true,
                            description = "Table of the world's names, as for the entities.")
                    Path names,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            defaultValue =
                                    "enrichment-streams/src/main/resources/io/geowire/enrichment/entity/towns.tsv.gz",
                            description = "Where to write. Default: ${DEFAULT-VALUE}.")
                    Path out)
            throws IOException {
        int size = TownList.make(geoNames, names, EntityTable.load(), out);
        spec.commandLine().getOut().println(size + " towns");
        return ServiceRunner.OK;
    }

    @Command(
            name = "topics",
            description = "Trains the topics and prints how well models do on a file that they were not trained with.")
    int topics(
            @Mixin News news,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            defaultValue =
                                    "enrichment-streams/src/main/resources/io/geowire/enrichment/topic/topics.model",
                            description = "Where to write. Default: ${DEFAULT-VALUE}.")
                    Path out)
            throws IOException {
        try (MiniLm encoder = MiniLm.load()) {
            TopicEvaluation leftOut = new TopicTraining(encoder).train(news.files(PARTS), out);
            spec.commandLine().getOut().print(leftOut.report());
            spec.commandLine().getOut().flush();
        }
        return ServiceRunner.OK;
    }

    @Command(
            name = "related",
            description = "Counts terms, trains the score of pairs and finds the clusters of meaning.")
    int related(
            @Mixin News news,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            defaultValue = "enrichment-streams/src/main/resources/io/geowire/enrichment/related",
                            description = "Where to write. Default: ${DEFAULT-VALUE}.")
                    Path out)
            throws IOException {
        try (MiniLm encoder = MiniLm.load()) {
            new RelatedTraining(encoder, EntityTable.load()).train(news.files(PARTS), out);
        }
        return ServiceRunner.OK;
    }

    /** Where the labelled news is. */
    static final class News {
        @Option(names = "--news", paramLabel = "DIR", description = "The labelled news. Default: ${DEFAULT-VALUE}.")
        private Path folder = Path.of("enrichment-streams/news");

        /** The files of the given parts. */
        List<Path> files(List<String> parts) throws IOException {
            List<Path> files = new ArrayList<>();
            for (String part : parts) {
                files.addAll(LabelledNews.files(folder.resolve(part)));
            }
            return files;
        }
    }
}
