package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelatedLinksTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34})
    void theOrderOfMergingMakesNoDifference(long seed) {
        Random random = new Random(seed);
        List<Finding> findings = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(i -> finding(random, RelatedLinks.KEPT - 1))
                .toList());
        RelatedLinks once = RelatedLinks.NONE.merge(findings);

        for (int i = 0; i < 20; i++) {
            Collections.shuffle(findings, random);
            RelatedLinks links = RelatedLinks.NONE;
            for (Finding finding : findings) {
                links = links.merge(List.of(finding));
            }
            assertThat(links).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void mergingTheSameAgainChangesNothing(long seed) {
        Random random = new Random(seed);
        List<Finding> findings =
                IntStream.range(0, 100).mapToObj(i -> finding(random, 50)).toList();
        RelatedLinks links = RelatedLinks.NONE.merge(findings);

        assertThat(links.merge(links.findings())).isEqualTo(links);
    }

    @Test
    void noMoreThanAFewMoreThanShownAreKeptHoweverManyAreFound() {
        RelatedLinks links = RelatedLinks.NONE;
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            links = links.merge(List.of(finding(random, 1_000)));
        }

        assertThat(links.findings()).hasSizeLessThanOrEqualTo(RelatedLinks.KEPT + 2);
        assertThat(links.links()).isSortedAccordingTo(Link.BEST_FIRST);
    }

    @Test
    void theEarliestOfTheStoryIsKeptHoweverLowItsScore() {
        RelatedLinks links = RelatedLinks.NONE.merge(List.of(linked("first", 1, 0.41, NOON.minusSeconds(9_999))));
        for (int i = 0; i < 100; i++) {
            links = links.merge(List.of(linked("later" + i, 1, 0.9, NOON)));
        }

        assertThat(links.findings()).extracting(Finding::articleId).contains("first");
    }

    @Test
    void aLowerVersionNeverOverridesAHigherOne() {
        Finding old = linked("other", 1, 0.9, NOON);
        Finding fresh = linked("other", 2, 0.5, NOON);
        Finding ended = new Finding("other", 2, null);

        assertThat(RelatedLinks.NONE.merge(List.of(fresh, old)).findings()).containsExactly(fresh);
        assertThat(RelatedLinks.NONE
                        .merge(List.of(fresh))
                        .merge(List.of(new Finding("other", 1, null)))
                        .links())
                .hasSize(1);
        assertThat(RelatedLinks.NONE.merge(List.of(ended, fresh, old)).links()).isEmpty();
    }

    private static Finding finding(Random random, int others) {
        String id = "article" + random.nextInt(others);
        int version = 1 + random.nextInt(3);
        return random.nextInt(5) == 0
                ? new Finding(id, version, null)
                : linked(id, version, random.nextInt(10) / 10.0, NOON.plusSeconds(id.hashCode() % 1_000));
    }

    private static Finding linked(String id, int version, double score, Instant publishedAt) {
        return new Finding(
                id,
                version,
                new Link(
                        new Headline(id, null, "title", null, null, publishedAt),
                        new Relatedness(score, Relation.SAME_EVENT, List.of(), List.of(), null)));
    }
}
