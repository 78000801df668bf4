package io.geowire.standalone;

import io.geowire.alerts.dispatch.DeliveryStatus;
import io.geowire.alerts.dispatch.ReceiverGroups;
import io.geowire.alerts.dispatch.ReceiverGroups.State;
import io.geowire.standalone.pipeline.Pipeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Waits until every alert is delivered to every receiver that wants it, or set aside. */
final class DeliveryWait {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Pipeline pipeline;
    private final Progress progress;

    DeliveryWait(Pipeline pipeline, Progress progress) {
        this.pipeline = pipeline;
        this.progress = progress;
    }

    /**
     * Waits, and says what is left or set aside.
     *
     * @param patience how long nothing may be taken before it gives up
     * @return whether nothing is left
     */
    boolean await(Duration patience) throws InterruptedException {
        List<String> receivers =
                pipeline.deliveries().stream().map(DeliveryStatus::receiver).toList();
        if (receivers.isEmpty()) {
            return true;
        }
        boolean done = false;
        try (Admin admin = Admin.create(pipeline.settings().clients())) {
            ReceiverGroups groups = new ReceiverGroups(admin);
            long movedAt = System.nanoTime();
            Map<String, State> last = Map.of();
            while (!done && System.nanoTime() - movedAt <= patience.toNanos()) {
                pipeline.check();
                Map<String, State> states = groups.states(receivers);
                done = states.size() == receivers.size()
                        && states.values().stream().allMatch(state -> state.open() == 0);
                if (!states.equals(last)) {
                    movedAt = System.nanoTime();
                    last = states;
                }
                if (!done) {
                    progress.note(this::open);
                    Thread.sleep(PAUSE.toMillis());
                }
            }
        }
        pipeline.deliveries().stream()
                .filter(status -> status.parked() > 0)
                .forEach(status -> progress.say("%,d alerts for %s were set aside: see 'deliveries list'"
                        .formatted(status.parked(), status.receiver())));
        if (!done) {
            progress.say("gave up: " + open());
        }
        return done;
    }

    private String open() {
        return pipeline.deliveries().stream()
                .filter(status -> status.open() > 0)
                .map(status -> "%,d alerts wait for %s%s"
                        .formatted(
                                status.open(),
                                status.receiver(),
                                status.lastFailure()
                                        .map(reason -> " (" + reason + ")")
                                        .orElse("")))
                .collect(Collectors.joining("; "));
    }
}
