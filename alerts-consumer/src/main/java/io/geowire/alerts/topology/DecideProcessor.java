package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.alert.AlertId;
import io.geowire.alerts.alert.AlertPolicy;
import io.geowire.alerts.alert.AlertState;
import io.geowire.alerts.alert.Decision;
import io.geowire.alerts.alert.Sighting;
import io.geowire.events.Alert;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** By watch id, an article's match in; out, by alert key, an alert that is raised or updated, or nothing. */
final class DecideProcessor extends ContextualProcessor<String, Alert, String, Alert> {
    private final Limits limits;
    private final AlertsMetrics metrics;
    private AlertStores stores;

    DecideProcessor(Limits limits, AlertsMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        stores = new AlertStores(context, limits);
    }

    @Override
    public void process(Record<String, Alert> record) {
        Alert alone = record.value();
        String storyId = stores.storyOf(alone).orElse(alone.getStoryId());
        String alertKey = AlertStores.key(alone.getWatchId(), storyId);
        Sighting sighting = new Sighting(
                alone.getArticleId(),
                stores.isCounted(alone.getWatchId(), alone.getArticleId()),
                alone.getSources(),
                alone.getMinSources(),
                alone.getBackfill());

        Decision decision = AlertPolicy.decide(sighting, stores.state(alertKey));
        stores.save(alone, storyId, decision.state(), record.timestamp());
        metrics.decided(decision);
        if (decision instanceof Decision.Raise) {
            stores.raise(alertKey, alone);
            metrics.raised(alone.getWatchId(), alone.getSeverity());
        }
        if (!(decision instanceof Decision.Suppress)) {
            Alert raised = stores.raised(alertKey).orElse(alone);
            context().forward(record.withKey(alertKey).withValue(alert(raised, alone, storyId, decision.state())));
        }
        stores.expire();
    }

    /** What raised the alert, with the watch as it is now and all that is known of the story. */
    private static Alert alert(Alert raised, Alert now, String storyId, AlertState state) {
        return Alert.newBuilder(raised)
                .setAlertId(AlertId.of(now.getWatchId(), now.getWatchVersion(), storyId, state.revision()))
                .setRevision(state.revision())
                .setWatchName(now.getWatchName())
                .setWatchVersion(now.getWatchVersion())
                .setSeverity(now.getSeverity())
                .setMinSources(now.getMinSources())
                .setReceivers(now.getReceivers())
                .setStoryId(storyId)
                .setArticleIds(state.articleIds())
                .setArticleCount(state.articleCount())
                .setSources(state.sources())
                .setBackfill(now.getBackfill())
                .setRaisedRevision(state.raisedRevision())
                .build();
    }
}
