package io.geowire.enrichment.topology;

/** What the topology counts. Called by several threads. */
public interface EnrichmentMetrics {

    /** An article came with content that was not seen before. */
    void articleAnalysed();

    /** An article came again with the same content and was dropped. */
    void articleUnchanged();

    /** A ring compares an article with so many others. */
    void candidates(int count);

    /** A revision was published. */
    void published(int revision, boolean complete);
}
