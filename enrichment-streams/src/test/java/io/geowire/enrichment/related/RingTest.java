package io.geowire.enrichment.related;

import static io.geowire.enrichment.related.RandomArticles.headline;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");
    private static final Relatedness RELATED = new Relatedness(0.5, Relation.SAME_EVENT, List.of(), List.of(), null);

    private final Ring all = new Ring((one, other) -> Optional.of(RELATED));

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void aPairIsScoredAtOneKeyOnly(long seed) {
        List<Fingerprint> prints = new RandomArticles(seed).list(40);
        Map<String, Integer> scored = new HashMap<>();
        Ring ring = new Ring((one, other) -> {
            scored.merge(one.articleId() + other.articleId(), 1, Integer::sum);
            return Optional.empty();
        });
        for (int i = 0; i < prints.size(); i++) {
            Fingerprint arriving = prints.get(i);
            for (String key : arriving.profile().blockKeys()) {
                ring.arrive(key, arriving, null, members(prints.subList(0, i), key));
            }
        }

        assertThat(scored).isNotEmpty();
        assertThat(scored.values()).containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void bothSidesLearnOfALinkWhoeverComesFirst(long seed) {
        List<Fingerprint> prints = new RandomArticles(seed).list(12);
        List<Fingerprint> reversed = new ArrayList<>(prints);
        Collections.reverse(reversed);

        assertThat(links(reversed)).isEqualTo(links(prints));
    }

    @Test
    void theBestTenAreToldAndTheyAreTold() {
        List<Fingerprint> members = IntStream.range(0, 30)
                .mapToObj(i -> headline("m%02d".formatted(i), "darkness", NOON.plusSeconds(i)))
                .toList();

        Ring.Outcome outcome = all.arrive("t:darkness", headline("new", "darkness", NOON), null, members);

        assertThat(outcome.findings()).hasSize(Ring.MOST_LINKS);
        assertThat(outcome.findings()).first().extracting(Finding::articleId).isEqualTo("m00");
        assertThat(outcome.notices())
                .extracting(Notice::articleId)
                .containsExactlyElementsOf(
                        outcome.findings().stream().map(Finding::articleId).toList());
    }

    @Test
    void nobodyToMeetIsAnAnswerToo() {
        assertThat(all.arrive("t:darkness", headline("new", "darkness", NOON), null, List.of()))
                .isEqualTo(new Ring.Outcome(List.of(), List.of()));
    }

    @Test
    void aNewVersionThatIsNoLongerRelatedUnlinks() {
        Ring byTitle = new Ring((one, other) ->
                one.headline().title().equals(other.headline().title()) ? Optional.of(RELATED) : Optional.empty());
        Fingerprint member = headline("member", "darkness falls", NOON);

        Ring.Outcome outcome = byTitle.arrive(
                "t:darkness",
                headline("self", "darkness lifts", NOON),
                headline("self", "darkness falls", NOON),
                List.of(member));

        assertThat(outcome.findings()).isEmpty();
        assertThat(outcome.notices()).containsExactly(new Notice("member", 1, new Finding("self", 1, null)));
    }

    @Test
    void whoLeavesIsUnlinkedFromItsRelativesOnly() {
        Fingerprint leaving = headline("self", "darkness", NOON);
        Ring none = new Ring((one, other) -> Optional.empty());

        assertThat(all.leave("t:darkness", leaving, List.of(headline("member", "darkness", NOON))))
                .containsExactly(new Notice("member", 1, new Finding("self", 1, null)));
        assertThat(none.leave("t:darkness", leaving, List.of(headline("member", "darkness", NOON))))
                .isEmpty();
    }

    /** Who knows of whom after all have arrived. */
    private Map<String, RelatedLinks> links(List<Fingerprint> prints) {
        Map<String, RelatedLinks> links = new HashMap<>();
        for (int i = 0; i < prints.size(); i++) {
            Fingerprint arriving = prints.get(i);
            for (String key : arriving.profile().blockKeys()) {
                Ring.Outcome outcome = all.arrive(key, arriving, null, members(prints.subList(0, i), key));
                merge(links, arriving.articleId(), outcome.findings());
                outcome.notices().forEach(notice -> merge(links, notice.articleId(), List.of(notice.finding())));
            }
        }
        return links;
    }

    private static void merge(Map<String, RelatedLinks> links, String id, List<Finding> findings) {
        links.merge(id, RelatedLinks.NONE.merge(findings), (known, more) -> known.merge(more.findings()));
    }

    private static List<Fingerprint> members(List<Fingerprint> prints, String key) {
        return prints.stream()
                .filter(member -> member.profile().blockKeys().contains(key))
                .toList();
    }
}
