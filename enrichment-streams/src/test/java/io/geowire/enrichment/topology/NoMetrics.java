package io.geowire.enrichment.topology;

/** Counts nothing. */
enum NoMetrics implements EnrichmentMetrics {
    NONE;

    @Override
    public void articleAnalysed() {}

    @Override
    public void articleUnchanged() {}

    @Override
    public void candidates(int count) {}

    @Override
    public void published(int revision, boolean complete) {}
}
