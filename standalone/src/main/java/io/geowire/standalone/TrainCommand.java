package io.geowire.standalone;

import io.geowire.enrichment.training.entity.EntityTraining;
import io.geowire.service.ServiceRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the models that ship; for those who change Geowire. */
@Command(name = "train", description = "Trains what ships.", hidden = true)
final class TrainCommand {
    private static final List<String> PARTS = List.of("train", "dev", "names");

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
            @Option(
                            names = "--news",
                            paramLabel = "DIR",
                            defaultValue = "enrichment-streams/news",
                            description = "The labelled news. Default: ${DEFAULT-VALUE}.")
                    Path news,
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            defaultValue = "enrichment-streams/src/main/resources/io/geowire/enrichment/entity",
                            description = "Where to write. Default: ${DEFAULT-VALUE}.")
                    Path out)
            throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : PARTS) {
            try (Stream<Path> paths = Files.list(news.resolve(part))) {
                paths.filter(path -> path.toString().endsWith(".jsonl"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        EntityTraining.run(files, corpora, names, out, spec.commandLine().getOut()::println);
        return ServiceRunner.OK;
    }
}
