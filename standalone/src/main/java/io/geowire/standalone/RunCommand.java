package io.geowire.standalone;

import io.geowire.alerts.ReceiverFiles;
import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.WatchFiles;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.enrichment.TopicFiles;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestReport;
import io.geowire.ingest.Sources;
import io.geowire.ingest.feed.poll.FeedFiles;
import io.geowire.ingest.feed.poll.FeedSource;
import io.geowire.ingest.feed.poll.FeedsConfig;
import io.geowire.ingest.read.InputFormat;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpRoute;
import io.geowire.service.ServiceRunner;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Completion;
import io.geowire.standalone.pipeline.Pipeline;
import io.geowire.standalone.pipeline.Results;
import io.geowire.standalone.report.JsonLines;
import io.geowire.standalone.report.Report;
import io.geowire.standalone.report.ResultSink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes news in, enriches it, joins it, raises alerts, prints what came out and ends. */
@Command(
        name = "run",
        description = {
            "Reads news, links entities, labels topics, joins related headlines, raises alerts and prints the result.",
            "Kafka and the schema registry run in this process."
        })
final class RunCommand implements Callable<Integer> {
    /** Longer than the time after which an article whose answers never come is released. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Option(names = "--json", description = "Print JSON Lines instead of a report.")
    private boolean json;

    @Option(names = "--watches", paramLabel = "FILE", description = "The watches. Default: seeds/watches.yaml.")
    private @Nullable Path watches;

    @Option(names = "--topics", paramLabel = "FILE", description = "Topics of your own, beside Geowire's.")
    private @Nullable Path topics;

    @Option(
            names = "--receivers",
            paramLabel = "FILE",
            description = "Who is told of alerts; the run ends when each has every alert, or has it set aside.")
    private @Nullable Path receivers;

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            description = "How long receivers may take nothing before the run gives up. Default: PT2M.")
    private Duration patience = Duration.ofMinutes(2);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where broker, registry and state are kept between runs. Default: a temporary folder.")
    private @Nullable Path data;

    @Option(names = "--follow", description = "Stay up when the input is through and print what comes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "Feeds to poll, a list in YAML or OPML: once each, or with --follow again and again.")
    private @Nullable Path feeds;

    @Option(
            names = "--push-token-env",
            paramLabel = "NAME",
            description =
                    "With --follow, take articles at /v1/articles from whoever has a token of this environment variable.")
    private @Nullable String pushTokenVariable;

    @Option(names = "--kafka-port", paramLabel = "PORT", description = "Default: any free one.")
    private int kafkaPort;

    @Option(names = "--registry-port", paramLabel = "PORT", description = "Default: any free one.")
    private int registryPort;

    @Option(names = "--http-port", paramLabel = "PORT", description = "Metrics and health. Default: any free one.")
    private int httpPort;

    @Parameters(paramLabel = "PATH", description = "Files, folders or - for standard input. Default: seeds/.")
    private List<String> paths = List.of();

    private final Progress progress = new Progress(System.err);
    private volatile @Nullable IngestApp ingest;
    private volatile @Nullable FeedSource feedSource;

    @Override
    public Integer call() throws Exception {
        Path home = Path.of(System.getProperty("geowire.home", "."));
        Path watchFile = watches == null ? home.resolve("seeds/watches.yaml") : watches;
        // A mistake in options or watches is said before anything is started or read.
        Pipeline.Ports ports = new Pipeline.Ports(kafkaPort, registryPort, httpPort);
        Intake intake = new Intake(progress);
        List<SourceFactory> sources = sources(intake);
        if (topics != null) {
            TopicFiles.lexicon(topics);
        }
        KnownTopics labels = Taxonomies.known(topics);
        List<Watch> known = WatchFiles.load(watchFile, labels);
        if (receivers != null) {
            ReceiverFiles.load(receivers, System.getenv(), known, labels);
        }
        if (patience.isNegative()) {
            throw ConfigurationException.of("--patience", patience, "a duration such as PT2M");
        }
        List<String> inputs = paths.isEmpty() && feeds == null ? sample(home.resolve("seeds")) : paths;

        try (DataFolder folder = data == null ? DataFolder.temporary() : DataFolder.open(data)) {
            progress.say("starting Kafka and the schema registry");
            try (Pipeline pipeline = Pipeline.start(folder, new Pipeline.Files(watchFile, receivers, topics), ports)) {
                Thread hook = new Thread(() -> close(pipeline, folder), "geowire-shutdown");
                Runtime.getRuntime().addShutdownHook(hook);
                int status = run(pipeline, inputs, sources, intake);
                Runtime.getRuntime().removeShutdownHook(hook);
                return status;
            }
        }
    }

    /** The news of the sample without the files beside it, which a folder's reader would tell that it leaves out. */
    private static List<String> sample(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(name -> InputFormat.ofName(name).isPresent())
                    .sorted()
                    .toList();
        }
    }

    /** What brings articles beside the files. */
    private List<SourceFactory> sources(Intake intake) {
        List<SourceFactory> sources = new ArrayList<>();
        if (pushTokenVariable != null) {
            if (!follow) {
                throw new ConfigurationException(
                        "--push-token-env: needs --follow, since a run without it ends by itself");
            }
            Settings settings = Settings.of(Map.of("geowire.ingest.push.token-env", pushTokenVariable));
            sources.addAll(Sources.from(settings, System.getenv(), Pipeline.http(httpPort)));
        }
        if (feeds != null) {
            FeedFiles.load(feeds);
            FeedsConfig config = FeedsConfig.of(feeds, Settings.of(Map.of(), System.getenv()));
            sources.add(context -> {
                FeedSource source = new FeedSource(config, context, intake, !follow);
                feedSource = source;
                return source;
            });
        }
        return sources;
    }

    private int run(Pipeline pipeline, List<String> inputs, List<SourceFactory> sources, Intake intake)
            throws InterruptedException {
        if (follow) {
            pipeline.addresses().forEach((name, address) -> progress.say(name + " at " + address));
        }
        // Who runs this wants to hear of what comes, however old it is.
        IngestConfig config = IngestConfig.from(pipeline.settings()).withoutBackfill();
        try (IngestApp app = new IngestApp(config, pipeline.metrics().registry(), intake, sources)) {
            ingest = app;
            app.start();
            IngestReport report = app.run(inputs);
            awaitFeeds();
            enrich(pipeline, intake.articleIds(), () -> serve(pipeline, app));
            boolean delivered = follow || new DeliveryWait(pipeline, progress).await(patience);
            if (!report.succeeded() || (report.published() == 0 && intake.everyFeedFailed())) {
                return ServiceRunner.MISCONFIGURED;
            }
            return delivered ? ServiceRunner.OK : ServiceRunner.FAILED;
        }
    }

    /** Without {@code --follow}, a run has read its feeds when each has been polled once. */
    private void awaitFeeds() {
        FeedSource source = feedSource;
        if (source != null && !follow) {
            progress.say("polling the feeds");
            source.round().toCompletableFuture().join();
        }
    }

    /** @param whenFollowing run when everything that comes from now on will be printed */
    private void enrich(Pipeline pipeline, Set<String> articleIds, Runnable whenFollowing) throws InterruptedException {
        progress.say("%,d articles read, enriching them".formatted(articleIds.size()));
        Map<String, String> setAside =
                new Completion(pipeline).await(articleIds, PATIENCE, done -> progress.count(done, articleIds.size()));
        setAside.forEach((id, reason) -> progress.say("article %s was set aside: %s".formatted(id, reason)));

        PrintStream out = StandardOutput.open();
        ResultSink sink = json ? new JsonLines(out) : new Report(out, StandardOutput.isTerminal());
        Results results = new Results(pipeline.settings().clients());
        if (follow) {
            results.handOverAndFollow(articleIds, sink, whenFollowing);
        } else {
            results.handOver(articleIds, sink);
        }
        out.flush();
    }

    private void serve(Pipeline pipeline, IngestApp app) {
        List<HttpRoute> routes = app.routes();
        pipeline.serve(routes);
        routes.forEach(route -> progress.say("%s %s%s".formatted(route.method(), pipeline.url(), route.path())));
    }

    private void close(Pipeline pipeline, DataFolder folder) {
        IngestApp app = ingest;
        if (app != null) {
            app.close();
        }
        pipeline.close();
        folder.close();
    }
}
