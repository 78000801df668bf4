package io.geowire.standalone.pipeline;

import io.geowire.alerts.AlertsApp;
import io.geowire.enrichment.EnrichmentApp;
import io.geowire.standalone.pipeline.Drain.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/** Tells whether enrichment and alerts, wherever they run, have finished with all that their topics hold. */
public final class Throughput implements AutoCloseable {
    private final Admin admin;
    private final Drain drain;

    /** @param clients what Kafka clients are configured with */
    public Throughput(Map<String, Object> clients) {
        List<Step> steps = new ArrayList<>();
        EnrichmentApp.INPUTS.forEach(topic -> steps.add(new Step(EnrichmentApp.APPLICATION_ID, topic)));
        AlertsApp.INPUTS.forEach(topic -> steps.add(new Step(AlertsApp.APPLICATION_ID, topic)));
        admin = Admin.create(clients);
        drain = new Drain(admin, clients, steps);
    }

    public boolean isComplete() throws InterruptedException {
        return drain.isComplete();
    }

    @Override
    public void close() {
        drain.close();
        admin.close();
    }
}
