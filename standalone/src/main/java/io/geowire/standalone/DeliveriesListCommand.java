package io.geowire.standalone;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.geowire.alerts.dispatch.ReceiverGroups;
import io.geowire.events.Alert;
import io.geowire.events.ParkedDelivery;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.ParkedDeliveries.Parked;
import io.geowire.standalone.report.Terminal;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what was set aside. */
@Command(
        name = "list",
        description = "Lists the alerts that were set aside, with the reason, and how each receiver stands.")
final class DeliveriesListCommand implements Callable<Integer> {
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ParkedDeliveries parked = new ParkedDeliveries();

    @Option(names = "--json", description = "Print JSON Lines.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaOptions.Session session = kafka.open();
                Admin admin = Admin.create(session.clients())) {
            parked.read(session.clients(), admin)
                    .forEach(each -> out.println(json ? Terminal.escaped(line(each)) : text(each)));
            ReceiverGroups groups = new ReceiverGroups(admin);
            groups.states(groups.names()).forEach((name, state) -> {
                if (parked.isChosen(name)) {
                    out.println(json ? line(name, state) : text(name, state));
                }
            });
        }
        out.flush();
        return ServiceRunner.OK;
    }

    private static String text(Parked parked) {
        ParkedDelivery delivery = parked.delivery();
        return Terminal.escaped("%s  %s  %s  %s"
                        .formatted(
                                MINUTES.format(parked.at()),
                                delivery.getReceiver(),
                                delivery.getWebhookId(),
                                delivery.getReason()))
                + "\n                  "
                + Terminal.escaped(delivery.getAlert().getWatchName() + " | "
                        + delivery.getAlert().getTitle());
    }

    private static String text(String name, ReceiverGroups.State state) {
        String disabled = state.disabled() ? "; disabled, for it answered 410: see 'deliveries enable'" : "";
        return "receiver %s: %,d open%s".formatted(name, state.open(), disabled);
    }

    private static String line(Parked parked) {
        ParkedDelivery delivery = parked.delivery();
        Alert alert = delivery.getAlert();
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "parked")
                .put("parkedAt", time(parked.at()))
                .put("receiver", delivery.getReceiver())
                .put("webhookId", delivery.getWebhookId())
                .put("reason", delivery.getReason())
                .put("attempts", delivery.getAttempts())
                .put("firstAttemptAt", time(delivery.getFirstAttemptAt()))
                .put("lastAttemptAt", time(delivery.getLastAttemptAt()))
                .put("url", delivery.getRequest().getUrl())
                .put("responseStatus", delivery.getResponseStatus())
                .put("responseBody", delivery.getResponseBody())
                .put("alertId", alert.getAlertId())
                .put("revision", alert.getRevision())
                .put("watchId", alert.getWatchId())
                .put("storyId", alert.getStoryId())
                .put("title", alert.getTitle())
                .toString();
    }

    private static String line(String name, ReceiverGroups.State state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "receiver")
                .put("receiver", name)
                .put("open", state.open())
                .put("disabled", state.disabled())
                .toString();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
