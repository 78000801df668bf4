package io.geowire.ingest.normalise;

import io.geowire.ingest.normalise.Normaliser.Normalised;

/** Which language an article is said to be in. Not part of its identity or its content hash, which hold what the item declares. */
@FunctionalInterface
public interface LanguageRule {
    /** What the item declares is believed, and nothing else is known. */
    LanguageRule DECLARED = normalised -> normalised;

    /** The article with its language, and a warning more if that is not the one that it declares. */
    Normalised settle(Normalised normalised);
}
