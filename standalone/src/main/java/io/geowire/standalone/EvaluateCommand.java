package io.geowire.standalone;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.geowire.enrichment.evaluation.Evaluation;
import io.geowire.enrichment.evaluation.Evaluations;
import io.geowire.enrichment.evaluation.Figure;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.evaluation.LabelledNewsException;
import io.geowire.enrichment.onnx.MiniLm;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the enrichment on labelled news. */
@Command(
        name = "evaluate",
        description = "Measures on labelled news what the enrichment finds; its format is described in"
                + " enrichment-streams/news/README.md.")
final class EvaluateCommand implements Callable<Integer> {
    private static final double STEPS = 10_000;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled news, JSON Lines; several are taken together.")
    private List<Path> files;

    @Option(names = "--json", description = "Print a JSON object for each figure.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<LabelledArticle> news = read();
        PrintWriter out = spec.commandLine().getOut();
        try (MiniLm encoder = MiniLm.load()) {
            for (Evaluation evaluation : Evaluations.load(encoder)) {
                print(evaluation.part(), evaluation.measure(news), out);
            }
        }
        out.flush();
        return ServiceRunner.OK;
    }

    private void print(String part, List<Figure> figures, PrintWriter out) {
        for (Figure figure : figures) {
            out.println(json ? object(part, figure) : line(part, figure));
        }
        if (figures.isEmpty() && !json) {
            out.println(part + ": no labels");
        }
    }

    private List<LabelledArticle> read() throws IOException {
        try {
            return LabelledNews.read(files);
        } catch (LabelledNewsException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new ConfigurationException(e.getFile() + ": no such file");
        } catch (CharacterCodingException e) {
            throw new ConfigurationException(files + ": not all of it is UTF-8");
        }
    }

    private static String line(String part, Figure figure) {
        StringBuilder values = new StringBuilder();
        figure.values().forEach((name, value) -> values.append(String.format(Locale.ROOT, "  %s %.3f", name, value)));
        return String.format(
                Locale.ROOT, "%-9s %-27s %-13s%s  (%d)", part, figure.of(), figure.label(), values, figure.count());
    }

    private static ObjectNode object(String part, Figure figure) {
        ObjectNode node = new JsonMapper()
                .createObjectNode()
                .put("part", part)
                .put("of", figure.of())
                .put("label", figure.label());
        figure.values().forEach((name, value) -> node.put(name, Math.round(value * STEPS) / STEPS));
        return node.put("count", figure.count());
    }
}
