package io.geowire.enrichment.related;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers are told of an article's relatives. A new revision is due when it changes.
 *
 * @param related best first, at most {@link #MOST_RELATED}
 * @param storyId id of the earliest article known to report the same event, itself included
 * @param duplicateOf id of the earliest article, earlier than itself, of which it is a copy; null if none is known
 * @param complete whether every ring has answered
 */
public record Emission(
        List<Link> related, String storyId, @Nullable String duplicateOf, boolean complete) {
    /** Most related headlines told. */
    public static final int MOST_RELATED = 10;

    /** What is told of an article with these links. */
    static Emission of(String articleId, Instant publishedAt, RelatedLinks links, boolean complete) {
        List<Link> all = links.links();
        Headline self = new Headline(articleId, null, "", null, null, publishedAt);
        return new Emission(
                all.subList(0, Math.min(MOST_RELATED, all.size())),
                earliest(self, all, Link::sameStory).articleId(),
                duplicateOf(self, earliest(self, all, Link::duplicate)),
                complete);
    }

    private static @Nullable String duplicateOf(Headline self, Headline earliest) {
        return earliest.equals(self) ? null : earliest.articleId();
    }

    private static Headline earliest(Headline self, List<Link> links, Predicate<Link> which) {
        return links.stream()
                .filter(which)
                .map(Link::other)
                .reduce(self, (one, other) -> Headline.BY_AGE.compare(one, other) <= 0 ? one : other);
    }
}
