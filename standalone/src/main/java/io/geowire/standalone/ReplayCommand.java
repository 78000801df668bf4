package io.geowire.standalone;

import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.WatchFiles;
import io.geowire.enrichment.TopicFiles;
import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestReport;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.replay.Pace;
import io.geowire.ingest.replay.Replay;
import io.geowire.service.Metrics;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Completion;
import io.geowire.standalone.pipeline.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends news of files again, at a pace. */
@Command(
        name = "replay",
        description = {
            "Sends the news of files at a pace, for load tests and back-fills. Event times stay what they are.",
            "What was published more than three days ago is back-fill: enriched and alerted on, but nobody is notified."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ArgGroup
    private @Nullable PaceOptions pace;

    @ArgGroup
    private @Nullable MarkOptions mark;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--watches", paramLabel = "FILE", description = "With --data. Default: seeds/watches.yaml.")
    private @Nullable Path watches;

    @Option(names = "--topics", paramLabel = "FILE", description = "With --data. Topics of your own.")
    private @Nullable Path topics;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, folders or - for standard input.")
    private List<String> files = List.of();

    private final Progress progress = new Progress(System.err);

    /** How fast. */
    private static final class PaceOptions {
        @Option(names = "--rate", paramLabel = "N/s", description = "So many articles a second (/m minute, /h hour).")
        private @Nullable String rate;

        @Option(names = "--speed", paramLabel = "Nx", description = "As they were published, N times as fast.")
        private @Nullable String speed;

        Pace pace() {
            return rate != null
                    ? Pace.Rate.parse("--rate", rate)
                    : speed != null ? Pace.Speed.parse("--speed", speed) : Pace.UNLIMITED;
        }
    }

    /** What is back-fill. */
    private static final class MarkOptions {
        @Option(names = "--backfill", description = "All of it is back-fill.")
        private boolean backfill;

        @Option(names = "--live", description = "None of it is, however old.")
        private boolean live;
    }

    @Override
    public Integer call() throws Exception {
        Pace chosen = pace == null ? Pace.UNLIMITED : pace.pace();
        return kafka.target() instanceof KafkaOptions.Running running
                ? intoKafka(running, chosen)
                : intoFolder(((KafkaOptions.Folder) kafka.target()).path(), chosen);
    }

    private int intoKafka(KafkaOptions.Running running, Pace chosen) {
        try (Metrics metrics = Metrics.create("geowire")) {
            return replay(IngestConfig.from(running.settings()), metrics, chosen, new Intake(progress));
        }
    }

    private int intoFolder(Path folder, Pace chosen) throws InterruptedException {
        Path home = Path.of(System.getProperty("geowire.home", "."));
        Path watchFile = watches == null ? home.resolve("seeds/watches.yaml") : watches;
        if (topics != null) {
            TopicFiles.lexicon(topics);
        }
        WatchFiles.load(watchFile, Taxonomies.known(topics));
        Intake intake = new Intake(progress);
        try (DataFolder opened = DataFolder.open(folder)) {
            progress.say("starting Kafka and the schema registry");
            try (Pipeline pipeline =
                    Pipeline.start(opened, new Pipeline.Files(watchFile, null, topics), new Pipeline.Ports(0, 0, 0))) {
                int status = replay(IngestConfig.from(pipeline.settings()), pipeline.metrics(), chosen, intake);
                int count = intake.articleIds().size();
                new Completion(pipeline)
                        .await(intake.articleIds(), PATIENCE, done -> progress.count(done, count))
                        .forEach((id, reason) -> progress.say("article %s was set aside: %s".formatted(id, reason)));
                return status;
            }
        }
    }

    private int replay(IngestConfig config, Metrics metrics, Pace chosen, Intake intake) {
        Replay replay = new Replay(chosen, rule(config));
        ReplayProgress shown = new ReplayProgress(progress, replay, intake);
        // On Ctrl-C, what was sent is delivered and counted; if the broker does not take it, nothing can be.
        try (EndRequest end = EndRequest.on(replay::stop);
                IngestApp app = new IngestApp(config, metrics.registry(), shown)) {
            app.start();
            shown.start();
            IngestReport report;
            try {
                report = app.run(files, replay);
            } finally {
                shown.close();
            }
            shown.summary(report);
            return report.succeeded() ? ServiceRunner.OK : ServiceRunner.MISCONFIGURED;
        }
    }

    private BackfillRule rule(IngestConfig config) {
        if (mark != null) {
            return mark.backfill ? BackfillRule.ALL : BackfillRule.NONE;
        }
        return config.backfillAfter().map(BackfillRule::olderThan).orElse(BackfillRule.NONE);
    }
}
