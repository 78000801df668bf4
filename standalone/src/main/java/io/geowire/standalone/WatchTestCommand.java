package io.geowire.standalone;

import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.WatchFiles;
import io.geowire.alerts.topology.Backtest;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.QueryWatch;
import io.geowire.alerts.watch.Watch;
import io.geowire.enrichment.TopicFiles;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.pipeline.NewestRecords;
import io.geowire.standalone.report.Backtested;
import io.geowire.standalone.report.JsonLines;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries watches on the articles that the topic holds. */
@Command(
        name = "test",
        description = {
            "Shows what watches would have alerted to, by the enriched articles that Kafka holds: one alert a story.",
            "Nothing is published, nobody is told, and no offset is moved."
        })
final class WatchTestCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Watches to try.")
    private @Nullable Path file;

    @Option(names = "--id", paramLabel = "ID", description = "Of the file, this watch alone. May be repeated.")
    private List<String> ids = List.of();

    @Option(names = "--query", paramLabel = "QUERY", description = "Instead of a file, a query.")
    private @Nullable String query;

    @Option(names = "--topics", paramLabel = "FILE", description = "Topics of your own, as given to run.")
    private @Nullable Path topics;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Published at this time or later: 2026-02-06T10:00:00Z, 2026-02-06, or PT24H ago.")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Published before this time.")
    private @Nullable Instant until;

    @Option(names = "--json", description = "Print JSON Lines.")
    private boolean json;

    private final Progress progress = new Progress(System.err);

    @Override
    public Integer call() throws InterruptedException {
        List<Watch> watches = watches();
        try (KafkaOptions.Session session = kafka.open();
                Backtest backtest = new Backtest(watches)) {
            session.require(Topics.ENRICHED);
            progress.say("reading " + Topics.ENRICHED);
            RecordReader<EnrichedArticle> reader =
                    new RecordReader<>(EnrichedArticle.class, session.clients(), progress);
            int[] read = {0};
            NewestRecords.read(session.clients(), Topics.ENRICHED, record -> {
                reader.read(record)
                        .filter(article -> isChosen(article.getArticle()))
                        .ifPresent(backtest::article);
                read[0]++;
                progress.note(() -> "%,d articles read".formatted(read[0]));
            });
            print(backtest.outcome());
        }
        return ServiceRunner.OK;
    }

    private List<Watch> watches() {
        if (topics != null) {
            TopicFiles.lexicon(topics);
        }
        KnownTopics known = Taxonomies.known(topics);
        if (file != null && query == null) {
            return chosen(file, WatchFiles.load(file, known));
        }
        if (file != null || query == null) {
            throw new ConfigurationException("needs either a FILE of watches or --query QUERY");
        }
        if (!ids.isEmpty()) {
            throw new ConfigurationException("--id: needs a FILE of watches");
        }
        return List.of(watch(query, known));
    }

    private static Watch watch(String query, KnownTopics known) {
        List<String> faults = QueryWatch.faults(query, known);
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    faults.stream().map(fault -> "--query: " + fault).collect(Collectors.joining("\n")));
        }
        return QueryWatch.of(query);
    }

    private List<Watch> chosen(Path file, List<Watch> watches) {
        List<String> known = watches.stream().map(Watch::id).toList();
        for (String id : ids) {
            if (!known.contains(id)) {
                throw ConfigurationException.of(
                        "--id", id, "a watch of %s, which has %s".formatted(file, String.join(", ", known)));
            }
        }
        return ids.isEmpty()
                ? watches
                : watches.stream().filter(watch -> ids.contains(watch.id())).toList();
    }

    private boolean isChosen(Article article) {
        Instant time = article.getPublishedAt();
        return (since == null || !time.isBefore(since)) && (until == null || time.isBefore(until));
    }

    private void print(Backtest.Outcome outcome) {
        PrintStream out = StandardOutput.open();
        if (json) {
            JsonLines lines = new JsonLines(out);
            outcome.alerts().forEach(lines::alert);
            lines.end();
        } else {
            new Backtested(out, StandardOutput.isTerminal())
                    .print(outcome.alerts(), outcome.articles(), outcome.matching(), outcome.waiting());
        }
    }
}
