package io.geowire.standalone;

import io.geowire.alerts.ReceiverFiles;
import io.geowire.alerts.Taxonomies;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Verdict;
import io.geowire.alerts.dispatch.Redelivery;
import io.geowire.events.ParkedDelivery;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.ParkedDeliveries.Parked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Delivers again what was set aside. */
@Command(
        name = "retry",
        description = {
            "Delivers alerts that were set aside again, under the ids they had, in order of each story.",
            "Ends with 1 if something is not taken; it stays set aside."
        })
final class DeliveriesRetryCommand implements Callable<Integer> {
    /** A receiver that fails so often in a row is left alone. */
    private static final int ENOUGH_FAILURES = 5;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private final ParkedDeliveries parked = new ParkedDeliveries();

    @Option(names = "--receivers", paramLabel = "FILE", required = true, description = "The receivers.")
    private Path file = Path.of("");

    @Option(names = "--topics", paramLabel = "FILE", description = "Topics of your own, as given to run.")
    private @Nullable Path topics;

    private final Progress progress = new Progress(System.err);

    @Override
    public Integer call() throws InterruptedException {
        List<Receiver> receivers = ReceiverFiles.load(file, System.getenv(), null, Taxonomies.known(topics));
        int left = 0;
        try (KafkaOptions.Session session = kafka.open();
                Admin admin = Admin.create(session.clients())) {
            Map<String, List<ParkedDelivery>> all = new TreeMap<>();
            for (Parked each : parked.read(session.clients(), admin)) {
                all.computeIfAbsent(each.delivery().getReceiver(), name -> new ArrayList<>())
                        .add(each.delivery());
            }
            for (Receiver receiver : receivers) {
                List<ParkedDelivery> deliveries = all.remove(receiver.name());
                left += deliveries == null ? 0 : retry(session.clients(), receiver, deliveries);
            }
            for (Map.Entry<String, List<ParkedDelivery>> rest : all.entrySet()) {
                left += rest.getValue().size();
                progress.say("%s is not in %s: %,d left"
                        .formatted(rest.getKey(), file, rest.getValue().size()));
            }
        }
        return left == 0 ? ServiceRunner.OK : ServiceRunner.FAILED;
    }

    /** How many are left. */
    private int retry(Map<String, Object> clients, Receiver receiver, List<ParkedDelivery> deliveries)
            throws InterruptedException {
        // As they came; what is set aside last need not be the newest.
        deliveries.sort(Comparator.comparing(ParkedDelivery::getPartition).thenComparing(ParkedDelivery::getOffset));
        Set<String> stuck = new HashSet<>();
        int delivered = 0;
        int failures = 0;
        try (Redelivery redelivery = new Redelivery(clients, receiver)) {
            for (ParkedDelivery delivery : deliveries) {
                String story = delivery.getAlert().getWatchId() + "/"
                        + delivery.getAlert().getStoryId();
                if (failures == ENOUGH_FAILURES || stuck.contains(story)) {
                    continue;
                }
                Verdict verdict = redelivery.deliver(delivery);
                if (verdict instanceof Verdict.Delivered) {
                    delivered++;
                    failures = 0;
                } else {
                    stuck.add(story);
                    failures++;
                    progress.say("%s: %s: %s".formatted(receiver.name(), delivery.getWebhookId(), verdict.reason()));
                }
            }
        }
        progress.say(
                "%s: %,d delivered, %,d left".formatted(receiver.name(), delivered, deliveries.size() - delivered));
        return deliveries.size() - delivered;
    }
}
