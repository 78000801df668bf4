package io.geowire.alerts.topology;

import io.geowire.alerts.alert.AlertState;
import io.geowire.alerts.state.Member;
import io.geowire.alerts.state.Tally;
import io.geowire.events.Alert;
import io.geowire.events.RelatedHeadline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which articles and stories belong to which alert, and how far each alert is. */
final class AlertBook {
    private final Table<Member> members;
    private final Table<Tally> tallies;
    private final Table<Alert> raised;
    private final Newcomers newcomers;

    /** Is told of each new member, which {@link #drop} lets go again. */
    interface Newcomers {
        void joined(String memberKey, Instant eventTime);
    }

    AlertBook(Table<Member> members, Table<Tally> tallies, Table<Alert> raised, Newcomers newcomers) {
        this.members = members;
        this.tallies = tallies;
        this.raised = raised;
        this.newcomers = newcomers;
    }

    /** The record key of an alert, and of all that is kept for a watch. */
    static String key(String watchId, String id) {
        return watchId + "/" + id;
    }

    /** Whether an article was counted for an alert of the watch. */
    boolean isCounted(String watchId, String articleId) {
        Member member = members.get(key(watchId, articleId));
        return member != null && member.getCounted();
    }

    /** The story of the alert that the article, its story or a report of the same event belongs to. */
    Optional<String> storyOf(Alert alone) {
        return Stream.concat(Stream.of(alone.getArticleId()), connected(alone).stream())
                .flatMap(id -> Stream.ofNullable(members.get(key(alone.getWatchId(), id))))
                .map(Member::getStoryId)
                .findFirst();
    }

    private static List<String> connected(Alert alone) {
        return Stream.concat(
                        Stream.of(alone.getStoryId()),
                        ArticleMapper.sameEvent(alone.getRelated()).map(RelatedHeadline::getArticleId))
                .toList();
    }

    AlertState state(String alertKey) {
        Tally tally = tallies.get(alertKey);
        return tally == null
                ? AlertState.NONE
                : new AlertState(
                        tally.getRevision(),
                        tally.getRaisedRevision(),
                        tally.getArticleCount(),
                        tally.getArticleIds(),
                        tally.getSources());
    }

    /**
     * Stores what is known now. The article, its story and the reports of the same event become members: of two reports only the
     * later one may know the other, and either may come here first.
     */
    void save(Alert alone, String storyId, AlertState state, Instant eventTime) {
        String watchId = alone.getWatchId();
        int added = add(watchId, alone.getArticleId(), storyId, true, eventTime);
        for (String id : connected(alone)) {
            added += add(watchId, id, storyId, false, eventTime);
        }
        String alertKey = key(watchId, storyId);
        Tally before = tallies.get(alertKey);
        Tally now = tally(state, (before == null ? 0 : before.getMembers()) + added);
        if (!now.equals(before)) {
            tallies.put(alertKey, now);
        }
    }

    private int add(String watchId, String id, String storyId, boolean counted, Instant eventTime) {
        String key = key(watchId, id);
        Member before = members.get(key);
        if (before != null && (before.getCounted() || !counted)) {
            return 0;
        }
        members.put(key, new Member(storyId, counted));
        if (before != null) {
            return 0; // The id of a story that is now seen as an article.
        }
        newcomers.joined(key, eventTime);
        return 1;
    }

    /** The alert as it was raised; empty before that. */
    Optional<Alert> raised(String alertKey) {
        return Optional.ofNullable(raised.get(alertKey));
    }

    void raise(String alertKey, Alert alert) {
        raised.put(alertKey, alert);
    }

    /** Lets a member go, and with the last one its alert. */
    void drop(String memberKey) {
        Member member = members.delete(memberKey);
        if (member == null) {
            return;
        }
        String alertKey = key(memberKey.substring(0, memberKey.indexOf('/')), member.getStoryId());
        Tally tally = tallies.get(alertKey);
        if (tally != null && tally.getMembers() > 1) {
            tallies.put(
                    alertKey,
                    Tally.newBuilder(tally).setMembers(tally.getMembers() - 1).build());
        } else {
            tallies.delete(alertKey);
            raised.delete(alertKey);
        }
    }

    private static Tally tally(AlertState state, int members) {
        return Tally.newBuilder()
                .setRevision(state.revision())
                .setRaisedRevision(state.raisedRevision())
                .setArticleCount(state.articleCount())
                .setArticleIds(state.articleIds())
                .setSources(state.sources())
                .setMembers(members)
                .build();
    }
}
