package io.geowire.standalone;

import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestReport;
import io.geowire.ingest.Sources;
import io.geowire.ingest.source.SourceFactory;
import io.geowire.service.HttpConfig;
import io.geowire.service.ServiceRunner;
import io.geowire.service.Settings;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole of Geowire, for as long as it is wanted. */
@Command(
        name = "start",
        description = {
            "Runs Geowire until it is told to end: files, feeds and pushed articles in, alerts to receivers out.",
            "Kafka and the schema registry run in this process unless the file names others."
        })
final class StartCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The settings, in YAML; each is also an environment variable. Default: geowire.yaml.")
    private Path file = Path.of("geowire.yaml");

    private final Progress progress = new Progress(System.err);
    private final CompletableFuture<Void> told = new CompletableFuture<>();

    @Override
    public Integer call() {
        StartConfig config = StartConfig.load(file, System.getenv());
        Settings settings = config.plan().settings();
        List<SourceFactory> sources = Sources.from(settings, System.getenv(), HttpConfig.from(settings, 0));
        try (EndRequest end = EndRequest.on(() -> told.complete(null));
                DataFolder folder = config.data().map(DataFolder::open).orElseGet(DataFolder::temporary)) {
            progress.say("starting");
            try (Pipeline pipeline = Pipeline.start(folder, config.plan());
                    IngestApp app = new IngestApp(
                            IngestConfig.from(pipeline.settings()),
                            pipeline.metrics().registry(),
                            new Intake(progress),
                            sources)) {
                app.start();
                pipeline.serve(app.routes());
                pipeline.addresses().forEach((name, address) -> progress.say(name + " at " + address));
                app.routes()
                        .forEach(route ->
                                progress.say("%s %s%s".formatted(route.method(), pipeline.url(), route.path())));
                progress.say("started");
                read(app, pipeline);
                CompletableFuture.anyOf(told, pipeline.failure(), app.failure().toCompletableFuture())
                        .join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
        }
        return ServiceRunner.OK;
    }

    /** A fault in a file ends nothing: feeds and pushed articles go on. */
    private void read(IngestApp app, Pipeline pipeline) {
        if (IngestConfig.from(pipeline.settings()).paths().isEmpty()) {
            return;
        }
        IngestReport report = app.run(List.of(), article -> {
            if (told.isDone()) {
                throw new CancellationException("told to end");
            }
            return article;
        });
        progress.say("%,d articles of files read".formatted(report.published()));
    }
}
