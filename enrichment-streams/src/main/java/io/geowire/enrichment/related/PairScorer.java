package io.geowire.enrichment.related;

import java.util.Optional;

/** Says whether two articles belong together. Symmetric: the order of the two makes no difference. */
public interface PairScorer {

    /** Returns how the two belong together, or empty if they do not. */
    Optional<Relatedness> compare(Fingerprint one, Fingerprint other);
}
