package io.geowire.ingest.source;

import io.geowire.ingest.metrics.IngestMetrics;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.publish.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;

/**
 * What the sources of a process share.
 *
 * @param outbox takes their articles, and counts them
 * @param languages says which language each article is in
 * @param backfill which articles are marked as back-fill
 * @param metrics for what never gets as far as the outbox
 * @param meters for meters of their own
 * @param clients Kafka's and the registry's settings, by their own keys
 */
public record SourceContext(
        Outbox outbox,
        LanguageRule languages,
        BackfillRule backfill,
        IngestMetrics metrics,
        MeterRegistry meters,
        Map<String, Object> clients,
        Clock clock) {
    public SourceContext {
        clients = Map.copyOf(clients);
    }
}
