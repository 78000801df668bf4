package io.geowire.enrichment.topology;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the topology counts. Called by several threads. */
public interface EnrichmentMetrics {

    /**
     * An article came with content that was not seen before.
     *
     * @param source who published it; null if nobody is named
     * @param topics the ids of its topics
     */
    void articleAnalysed(@Nullable String source, List<String> topics);

    /** An article came again with the same content and was dropped. */
    void articleUnchanged();

    /** A ring compares an article with so many others. */
    void candidates(int count);

    /** A revision was published. */
    void published(int revision, boolean complete);
}
