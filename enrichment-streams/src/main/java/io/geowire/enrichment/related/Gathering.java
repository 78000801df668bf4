package io.geowire.enrichment.related;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the answers about one article have come in.
 *
 * @param articleId the article
 * @param publishedAt its event time
 * @param contentHash hash of its content
 * @param backfill whether it came as back-fill
 * @param version 1 for its first content, one more for each change
 * @param blockKeys the keys that were asked
 * @param answered the keys that have answered: bit i stands for key i
 * @param links what is known of its relatives
 * @param revision of the last emission; 0 if there was none
 * @param emitted whether this version was emitted
 * @param since when it was asked, wall clock, milliseconds since 1970: for the time-out only
 */
public record Gathering(
        String articleId,
        Instant publishedAt,
        String contentHash,
        boolean backfill,
        int version,
        List<String> blockKeys,
        int answered,
        RelatedLinks links,
        int revision,
        boolean emitted,
        long since) {

    public Gathering {
        blockKeys = List.copyOf(blockKeys);
    }

    /** An article seen for the first time. */
    public static Gathering first(
            String articleId,
            Instant publishedAt,
            String contentHash,
            boolean backfill,
            List<String> blockKeys,
            long since) {
        return new Gathering(
                articleId, publishedAt, contentHash, backfill, 1, blockKeys, 0, RelatedLinks.NONE, 0, false, since);
    }

    /** The same article with other content, or no longer as back-fill: all is asked anew. */
    public Gathering next(
            Instant publishedAt, String contentHash, boolean backfill, List<String> blockKeys, long since) {
        return new Gathering(
                articleId,
                publishedAt,
                contentHash,
                backfill,
                version + 1,
                blockKeys,
                0,
                RelatedLinks.NONE,
                revision,
                false,
                since);
    }

    /**
     * With what a ring told.
     *
     * @param key the key that answers; null for later news
     */
    public Gathering told(@Nullable Integer key, Collection<Finding> findings) {
        int heard = key == null ? answered : answered | 1 << key;
        return with(heard, links.merge(findings), revision, emitted);
    }

    /** After an emission. */
    public Gathering emittedNow() {
        // Content that was replaced before it could be published counts as a revision all the same.
        return with(answered, links, Math.max(revision + 1, version), true);
    }

    /** Whether there is nothing new in an article of this content. Old news that comes again as news is new. */
    public boolean knows(String contentHash, boolean backfill) {
        return this.contentHash.equals(contentHash) && (backfill || !this.backfill);
    }

    /** Whether every ring has answered. */
    public boolean complete() {
        return answered == (1 << blockKeys.size()) - 1;
    }

    /** What there is to tell. */
    public Emission emission() {
        return Emission.of(articleId, publishedAt, links, complete());
    }

    /** Whether a revision is due after {@code before} became this. */
    public boolean dueAfter(Gathering before) {
        return emitted ? !emission().equals(before.emission()) : complete();
    }

    private Gathering with(int answered, RelatedLinks links, int revision, boolean emitted) {
        return new Gathering(
                articleId,
                publishedAt,
                contentHash,
                backfill,
                version,
                blockKeys,
                answered,
                links,
                revision,
                emitted,
                since);
    }
}
