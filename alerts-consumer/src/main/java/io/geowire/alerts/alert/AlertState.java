package io.geowire.alerts.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of one watch and story.
 *
 * @param revision 0 until the alert is raised, 1 then, higher for each update
 * @param raisedRevision the first revision that is no back-fill, of which people are told; 0 before that
 * @param articleCount how many articles matched
 * @param articleIds of those, in order of arrival, the first {@link #MAX_LISTED}
 * @param sources different sources that carry the story, in order of arrival, the first {@link #MAX_LISTED}
 */
public record AlertState(
        int revision, int raisedRevision, int articleCount, List<String> articleIds, List<String> sources) {
    public static final int MAX_LISTED = 100;

    /** Before the first article. */
    public static final AlertState NONE = new AlertState(0, 0, 0, List.of(), List.of());

    public AlertState {
        articleIds = List.copyOf(articleIds);
        sources = List.copyOf(sources);
    }

    public boolean isRaised() {
        return revision > 0;
    }

    /** Whether somebody may have been told: a revision of it is no back-fill. */
    public boolean isTold() {
        return raisedRevision > 0;
    }

    /** With what a sighting adds. */
    AlertState with(Sighting sighting) {
        List<String> ids = new ArrayList<>(articleIds);
        if (!sighting.counted() && ids.size() < MAX_LISTED) {
            ids.add(sighting.articleId());
        }
        return new AlertState(
                revision,
                raisedRevision,
                articleCount + (sighting.counted() ? 0 : 1),
                ids,
                union(sources, sighting.sources()));
    }

    AlertState nextRevision(boolean backfill) {
        int next = revision + 1;
        return new AlertState(next, isTold() || backfill ? raisedRevision : next, articleCount, articleIds, sources);
    }

    /** One source may be spelt in capitals here and in small letters there. */
    private static List<String> union(Collection<String> known, Collection<String> more) {
        Map<String, String> union = new LinkedHashMap<>();
        known.forEach(source -> union.putIfAbsent(source.toLowerCase(Locale.ROOT), source));
        more.forEach(source -> union.putIfAbsent(source.toLowerCase(Locale.ROOT), source));
        return union.values().stream().limit(MAX_LISTED).toList();
    }
}
