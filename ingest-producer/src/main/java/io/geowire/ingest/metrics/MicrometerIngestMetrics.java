package io.geowire.ingest.metrics;

import io.geowire.events.DateProvenance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** {@link IngestMetrics} as meters below {@code geowire.ingest}. */
public final class MicrometerIngestMetrics implements IngestMetrics {
    private final Counter published;
    private final Counter refused;
    private final Counter skipped;
    private final Counter files;
    private final Map<DateProvenance, Counter> dates = new EnumMap<>(DateProvenance.class);

    public MicrometerIngestMetrics(MeterRegistry meters) {
        published = items(meters, "published");
        refused = items(meters, "refused");
        skipped = items(meters, "skipped");
        files = Counter.builder("geowire.ingest.files")
                .description("Files read to their end")
                .register(meters);
        for (DateProvenance provenance : DateProvenance.values()) {
            dates.put(
                    provenance,
                    Counter.builder("geowire.ingest.dates")
                            .description("Published articles by where their date comes from")
                            .tag("provenance", provenance.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    private static Counter items(MeterRegistry meters, String outcome) {
        return Counter.builder("geowire.ingest.items")
                .description("Items of the input, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void published(DateProvenance provenance) {
        published.increment();
        Objects.requireNonNull(dates.get(provenance)).increment();
    }

    @Override
    public void refused() {
        refused.increment();
    }

    @Override
    public void skipped() {
        skipped.increment();
    }

    @Override
    public void fileRead() {
        files.increment();
    }
}
