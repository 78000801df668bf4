package io.geowire.enrichment.related;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is known of an article's relatives, merged from what the rings found. The order of merging makes no difference as long as
 * no more than {@value #KEPT} are known; beyond, the best links are kept, with the earliest of the story and the earliest copy.
 *
 * @param findings one for each other article, ordered by its id
 */
public record RelatedLinks(List<Finding> findings) {
    /** Most findings kept: a spare for each headline shown, should links be ended. */
    static final int KEPT = 2 * Emission.MOST_RELATED;

    /** Nothing known. */
    public static final RelatedLinks NONE = new RelatedLinks(List.of());

    private static final Comparator<Finding> USEFUL_FIRST = Comparator.comparing(
                    Finding::link, Comparator.nullsLast(Link.BEST_FIRST))
            .thenComparing(Finding::articleId);

    public RelatedLinks {
        findings = List.copyOf(findings);
    }

    /** These links with further findings. */
    public RelatedLinks merge(Collection<Finding> further) {
        Map<String, Finding> known = new HashMap<>();
        Stream.concat(findings.stream(), further.stream())
                .forEach(finding -> known.merge(
                        finding.articleId(),
                        finding,
                        (one, other) -> Finding.PRECEDENCE.compare(one, other) < 0 ? other : one));
        List<Finding> sorted = known.values().stream().sorted(USEFUL_FIRST).toList();
        Set<Finding> kept = new HashSet<>(sorted.subList(0, Math.min(KEPT, sorted.size())));
        earliest(sorted, Link::sameStory).ifPresent(kept::add);
        earliest(sorted, Link::duplicate).ifPresent(kept::add);
        return new RelatedLinks(
                kept.stream().sorted(Comparator.comparing(Finding::articleId)).toList());
    }

    /** The links that hold, best first. */
    public List<Link> links() {
        return findings.stream()
                .flatMap(finding -> Stream.ofNullable(finding.link()))
                .sorted(Link.BEST_FIRST)
                .toList();
    }

    private static Optional<Finding> earliest(List<Finding> findings, Predicate<Link> which) {
        return findings.stream()
                .filter(finding -> finding.link() != null && which.test(finding.link()))
                .min(Comparator.comparing(
                        finding ->
                                finding.link() == null ? null : finding.link().other(),
                        Comparator.nullsLast(Headline.BY_AGE)));
    }
}
