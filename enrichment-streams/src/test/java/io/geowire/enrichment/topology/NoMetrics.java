package io.geowire.enrichment.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts nothing. */
enum NoMetrics implements EnrichmentMetrics {
    NONE;

    @Override
    public void articleAnalysed(@Nullable String source, List<String> topics) {}

    @Override
    public void articleUnchanged() {}

    @Override
    public void candidates(int count) {}

    @Override
    public void published(int revision, boolean complete) {}
}
