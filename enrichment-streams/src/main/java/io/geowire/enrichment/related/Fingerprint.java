package io.geowire.enrichment.related;

/**
 * All that a ring knows of an article.
 *
 * @param headline what its relatives show of it
 * @param version 1 for the article's first content, one more for each change
 * @param profile what is compared
 */
public record Fingerprint(Headline headline, int version, Profile profile) {
    public String articleId() {
        return headline.articleId();
    }
}
