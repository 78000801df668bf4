package io.geowire.standalone;

import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpLimits;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.report.Terminal;
import java.util.Locale;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code geowire} command line. */
@Command(
        name = "geowire",
        description = "Watches the world's newswire.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "geowire 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            StartCommand.class,
            TailCommand.class,
            IngestCommand.class,
            WatchCommand.class,
            FeedsCommand.class,
            DeliveriesCommand.class,
            WebhookCommand.class,
            TopicsCommand.class,
            EvaluateCommand.class,
            TrainCommand.class
        })
public final class GeowireMain {
    private GeowireMain() {}

    /** Runs a command and ends with its exit status: 0 done, 1 the world failed, 2 wrong usage, configuration or input. */
    public static void main(String[] arguments) {
        // Kafka's server changes the case of names in the default locale: in a Turkish one it does not start.
        Locale.setDefault(Locale.ROOT);
        // Who runs a command is told what matters; who runs a service wants more.
        System.getProperties().putIfAbsent("geowire.log", "warn");
        System.getProperties().putIfAbsent("geowire.log.libraries", "error");
        HttpLimits.apply();
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new GeowireMain())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((fault, command, parsed) -> status(fault, command));
    }

    private static int status(Exception fault, CommandLine command) {
        boolean configuration = fault instanceof ConfigurationException || fault instanceof ConfigException;
        String message = Objects.requireNonNullElse(fault.getMessage(), fault.toString());
        for (String line : message.split("\n", -1)) {
            command.getErr().println("geowire: " + Terminal.escaped(line));
        }
        if (!configuration) {
            LoggerFactory.getLogger(GeowireMain.class).info("failed", fault);
        }
        return configuration ? ServiceRunner.MISCONFIGURED : ServiceRunner.FAILED;
    }
}
