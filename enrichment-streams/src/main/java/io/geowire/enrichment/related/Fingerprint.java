package io.geowire.enrichment.related;

import java.util.Objects;

/** All that a ring knows of an article. */
public final class Fingerprint {
    private final Headline headline;
    private final int version;
    private final Profile profile;
    private final Wording wording;

    /**
     * @param headline what its relatives show of it
     * @param version 1 for the article's first content, one more for each change
     * @param profile what is compared
     */
    public Fingerprint(Headline headline, int version, Profile profile) {
        this.headline = headline;
        this.version = version;
        this.profile = profile;
        this.wording = new Wording(headline.title());
    }

    public Headline headline() {
        return headline;
    }

    public int version() {
        return version;
    }

    public Profile profile() {
        return profile;
    }

    public String articleId() {
        return headline.articleId();
    }

    Wording wording() {
        return wording;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Fingerprint other
                && headline.equals(other.headline)
                && version == other.version
                && profile.equals(other.profile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(headline, version, profile);
    }

    @Override
    public String toString() {
        return "Fingerprint[" + headline + ", version " + version + ", " + profile + "]";
    }
}
