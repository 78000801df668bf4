package io.geowire.enrichment;

import io.geowire.enrichment.topology.EnrichmentMetrics;
import io.geowire.service.BoundedLabels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Meters {@code geowire.enrichment.*}. */
final class MicrometerEnrichmentMetrics implements EnrichmentMetrics {
    private static final String ARTICLES = "geowire.enrichment.articles";
    private static final String REVISIONS = "geowire.enrichment.revisions";
    private static final String OUTCOME = "outcome";

    private final MeterRegistry registry;
    private final BoundedLabels sources;
    private final Counter analysed;
    private final Counter unchanged;
    private final Counter first;
    private final Counter later;
    private final Counter incomplete;
    private final DistributionSummary candidates;

    /** @param sources how many sources are told apart */
    MicrometerEnrichmentMetrics(MeterRegistry registry, int sources) {
        this.registry = registry;
        this.sources = new BoundedLabels(sources);
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
    public void articleAnalysed(@Nullable String source, List<String> topics) {
        analysed.increment();
        Counter.builder("geowire.enrichment.sources")
                .description("Articles analysed, by who published them")
                .tag("source", sources.of(source))
                .register(registry)
                .increment();
        for (String topic : topics) {
            Counter.builder("geowire.enrichment.topics")
                    .description("Articles analysed, by each of their topics")
                    .tag("topic", topic)
                    .register(registry)
                    .increment();
        }
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
