package io.geowire.enrichment.related;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens at one block key. Its members are the newest articles around an instant; who arrives is compared with those for
 * whom this key is the rarest that both share, so that a pair is scored at one key only.
 */
public final class Ring {
    /** Articles further apart than this are never compared. */
    public static final Duration WINDOW = Duration.ofHours(72);

    /** Most links a ring tells an article at a time. */
    public static final int MOST_LINKS = 10;

    private final PairScorer scorer;

    public Ring(PairScorer scorer) {
        this.scorer = scorer;
    }

    /**
     * An article arrives, or its next version does.
     *
     * @param key the block key
     * @param arriving the article
     * @param previous the version of it that the ring held at the same instant, if any; not among the members
     * @param members the other articles of the ring within {@link #WINDOW} of it
     * @return the best links for it, and what its neighbours must know
     */
    public Outcome arrive(String key, Fingerprint arriving, @Nullable Fingerprint previous, List<Fingerprint> members) {
        List<Meeting> met = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Set<String> updates = new HashSet<>();
        for (Fingerprint member : members) {
            Optional<Relatedness> now = compare(key, arriving, member);
            boolean before = previous != null && compare(key, previous, member).isPresent();
            now.ifPresent(relatedness -> met.add(new Meeting(member, relatedness)));
            if (before && now.isPresent()) {
                updates.add(member.articleId());
            } else if (before && previous != null) {
                notices.add(notice(member, Finding.unlinked(previous)));
            }
        }
        met.sort(Comparator.comparing(Meeting::link, Link.BEST_FIRST));
        List<Meeting> best = met.subList(0, Math.min(MOST_LINKS, met.size()));
        met.stream()
                .filter(meeting -> best.contains(meeting) || updates.contains(meeting.member.articleId()))
                .map(meeting -> notice(meeting.member, Finding.linked(arriving, meeting.relatedness)))
                .forEach(notices::add);
        return new Outcome(best.stream().map(Meeting::finding).toList(), notices);
    }

    /**
     * An article leaves, since its next version has not this key or was published at another time.
     *
     * @param members the other articles of the ring within {@link #WINDOW} of it
     * @return what its neighbours must know
     */
    public List<Notice> leave(String key, Fingerprint leaving, List<Fingerprint> members) {
        return members.stream()
                .filter(member -> compare(key, leaving, member).isPresent())
                .map(member -> notice(member, Finding.unlinked(leaving)))
                .toList();
    }

    /** Whether two instants are near enough to compare what was published then. */
    public static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }

    private Optional<Relatedness> compare(String key, Fingerprint one, Fingerprint other) {
        boolean here = BlockKeys.rarestShared(
                        one.profile().blockKeys(), other.profile().blockKeys())
                .filter(key::equals)
                .isPresent();
        return here ? scorer.compare(one, other) : Optional.empty();
    }

    private static Notice notice(Fingerprint member, Finding finding) {
        return new Notice(member.articleId(), member.version(), finding);
    }

    /**
     * What a ring says when an article arrives.
     *
     * @param findings for the article: its best links here, best first, at most {@link #MOST_LINKS}
     * @param notices for its neighbours
     */
    public record Outcome(List<Finding> findings, List<Notice> notices) {}

    private record Meeting(Fingerprint member, Relatedness relatedness) {
        Link link() {
            return new Link(member.headline(), relatedness);
        }

        Finding finding() {
            return Finding.linked(member, relatedness);
        }
    }
}
