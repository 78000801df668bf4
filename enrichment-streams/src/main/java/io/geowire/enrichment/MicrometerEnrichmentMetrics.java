package io.geowire.enrichment;

import io.geowire.enrichment.topology.EnrichmentMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;

/** Meters {@code geowire.enrichment.*}. */
final class MicrometerEnrichmentMetrics implements EnrichmentMetrics {
    private static final String ARTICLES = "geowire.enrichment.articles";
    private static final String REVISIONS = "geowire.enrichment.revisions";
    private static final String OUTCOME = "outcome";

    private final Counter analysed;
    private final Counter unchanged;
    private final Counter first;
    private final Counter later;
    private final Counter incomplete;
    private final DistributionSummary candidates;

    MicrometerEnrichmentMetrics(MeterRegistry registry) {
        analysed = counter(registry, ARTICLES, "Articles that came in", "analysed");
        unchanged = counter(registry, ARTICLES, "Articles that came in", "unchanged");
        first = counter(registry, REVISIONS, "Revisions that were published", "first");
        later = counter(registry, REVISIONS, "Revisions that were published", "later");
        incomplete = counter(registry, REVISIONS, "Revisions that were published", "incomplete");
        candidates = DistributionSummary.builder("geowire.enrichment.candidates")
                .description("Articles that a ring compared one with")
                .register(registry);
    }

    @Override
    public void articleAnalysed() {
        analysed.increment();
    }

    @Override
    public void articleUnchanged() {
        unchanged.increment();
    }

    @Override
    public void candidates(int count) {
        candidates.record(count);
    }

    @Override
    public void published(int revision, boolean complete) {
        (complete ? revision == 1 ? first : later : incomplete).increment();
    }

    private static Counter counter(MeterRegistry registry, String name, String description, String outcome) {
        return Counter.builder(name)
                .description(description)
                .tag(OUTCOME, outcome)
                .register(registry);
    }
}
