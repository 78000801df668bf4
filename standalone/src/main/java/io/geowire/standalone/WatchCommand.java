package io.geowire.standalone;

import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.WatchFiles;
import io.geowire.enrichment.TopicFiles;
import io.geowire.service.ServiceRunner;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns watches. */
@Command(
        name = "watch",
        description = "Checks watches, and tries them on past news.",
        subcommands = {WatchCommand.Check.class, WatchTestCommand.class})
final class WatchCommand {
    private WatchCommand() {}

    @Command(
            name = "check",
            description = "Says every fault of a watches file with its line; ends with 2 if there is one.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "The file to check.")
        private Path file;

        @Option(names = "--topics", paramLabel = "FILE", description = "Topics of your own, as given to run.")
        private @Nullable Path topics;

        @Override
        public Integer call() {
            if (topics != null) {
                TopicFiles.lexicon(topics);
            }
            int watches = WatchFiles.load(file, Taxonomies.known(topics)).size();
            spec.commandLine().getOut().printf("%s: %d watches, no fault%n", file, watches);
            return ServiceRunner.OK;
        }
    }
}
