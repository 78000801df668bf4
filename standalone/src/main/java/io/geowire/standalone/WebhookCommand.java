package io.geowire.standalone;

import io.geowire.alerts.ReceiverFiles;
import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Redaction;
import io.geowire.alerts.delivery.SigningSecret;
import io.geowire.service.ConfigurationException;
import io.geowire.service.ServiceRunner;
import io.geowire.service.net.OutboundHttp;
import io.geowire.standalone.report.Terminal;
import io.geowire.standalone.webhook.DeliveryPrinter;
import io.geowire.standalone.webhook.SampleDelivery;
import io.geowire.standalone.webhook.WebhookListener;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What concerns webhooks. */
@Command(
        name = "webhook",
        description = "Tries webhooks out.",
        subcommands = {WebhookCommand.Listen.class, WebhookCommand.Test.class})
final class WebhookCommand {
    private static final int SECRET_BYTES = 32;
    private static final int ID_BYTES = 16;

    private WebhookCommand() {}

    @Command(
            name = "listen",
            description = "Receives webhooks on this machine, verifies and prints them, until Ctrl-C.")
    static final class Listen implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Option(names = "--port", paramLabel = "PORT", description = "Default: 9099; 0 is any free one.")
        private int port = 9_099;

        @Option(
                names = "--secret-env",
                paramLabel = "NAME",
                description =
                        "Environment variable with the signing secret. Default: a fresh secret, which is printed.")
        private @Nullable String secretVariable;

        @Override
        public Integer call() throws InterruptedException {
            if (port < 0 || port > 65_535) {
                throw ConfigurationException.of("--port", port, "a port from 0 to 65535");
            }
            SigningSecret secret =
                    secretVariable == null ? SigningSecret.of(random(SECRET_BYTES)) : secret(secretVariable);
            PrintWriter out = spec.commandLine().getOut();
            try (WebhookListener listener =
                    WebhookListener.start(port, List.of(secret), InstantSource.system(), new DeliveryPrinter(out))) {
                out.println("listening on " + listener.url());
                if (secretVariable == null) {
                    out.println("secret for this run: " + secret.written().value());
                }
                out.flush();
                new CountDownLatch(1).await();
            }
            return ServiceRunner.OK;
        }

        private static SigningSecret secret(String variable) {
            String text = System.getenv(variable);
            if (text == null || text.isBlank()) {
                throw new ConfigurationException("--secret-env: the environment variable " + variable + " is not set");
            }
            try {
                return SigningSecret.of(text.strip());
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException("--secret-env: the secret in " + variable + " " + e.getMessage());
            }
        }
    }

    @Command(
            name = "test",
            description =
                    "Sends one sample alert to a receiver and says what it answers; ends with 1 if it does not accept.")
    static final class Test implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "RECEIVER", description = "The name of a receiver in the file.")
        private String name;

        @Option(names = "--receivers", paramLabel = "FILE", description = "The receivers. Default: receivers.yaml.")
        private Path file = Path.of("receivers.yaml");

        @Option(names = "--topics", paramLabel = "FILE", description = "Topics of your own, as given to run.")
        private @Nullable Path topics;

        @Override
        public Integer call() {
            List<Receiver> receivers = ReceiverFiles.load(file, System.getenv(), null, Taxonomies.known(topics));
            Receiver receiver = receivers.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> ConfigurationException.of(
                            "RECEIVER",
                            name,
                            "a receiver in " + file + ": "
                                    + String.join(
                                            ", ",
                                            receivers.stream()
                                                    .map(Receiver::name)
                                                    .toList())));
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "%s: one sample as %s, %s, to %s%n",
                    receiver.name(),
                    receiver.format(),
                    receiver.secrets().isEmpty() ? "not signed" : "signed",
                    Redaction.address(receiver));
            out.flush();
            try (OutboundHttp http = OutboundHttp.create()) {
                SampleDelivery.Outcome outcome = new SampleDelivery(http, InstantSource.system())
                        .send(receiver, HexFormat.of().formatHex(random(ID_BYTES)));
                out.printf("%s: %s%n", receiver.name(), Terminal.escaped(outcome.text()));
                out.flush();
                return outcome.accepted() ? ServiceRunner.OK : ServiceRunner.FAILED;
            }
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
