package io.geowire.enrichment.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final Instant NOON = Instant.parse("2026-02-06T12:00:00Z");

    private final Gathering asked = Gathering.first("self", NOON, "hash", false, List.of("t:a", "t:b"), 0);

    @Test
    void itIsDueWhenEveryKeyHasAnsweredAndNotBefore() {
        Gathering half = asked.told(1, List.of());
        Gathering whole = half.told(0, List.of());

        assertThat(half.complete()).isFalse();
        assertThat(half.dueAfter(asked)).isFalse();
        assertThat(whole.complete()).isTrue();
        assertThat(whole.dueAfter(half)).isTrue();
    }

    @Test
    void theSameKeyTwiceIsOneAnswer() {
        assertThat(asked.told(1, List.of()).told(1, List.of()).complete()).isFalse();
    }

    @Test
    void withoutKeysItIsCompleteAtOnce() {
        assertThat(Gathering.first("self", NOON, "hash", false, List.of(), 0).complete())
                .isTrue();
    }

    @Test
    void laterNewsAreDueOnlyIfTheyChangeWhatIsTold() {
        Gathering emitted = asked.told(0, List.of(link("other", 0.8, NOON, Relation.SAME_EVENT)))
                .told(1, List.of())
                .emittedNow();

        assertThat(emitted.told(null, List.of(link("other", 0.8, NOON, Relation.SAME_EVENT)))
                        .dueAfter(emitted))
                .isFalse();
        assertThat(emitted.told(null, List.of(link("third", 0.7, NOON, Relation.SAME_EVENT)))
                        .dueAfter(emitted))
                .isTrue();
        assertThat(emitted.told(null, List.of(new Finding("other", 1, null))).dueAfter(emitted))
                .isTrue();
    }

    @Test
    void anEqualLateCopyBeyondTheTopTenChangesNothing() {
        Gathering emitted = asked.told(0, List.of()).told(1, List.of());
        for (int i = 0; i < Emission.MOST_RELATED; i++) {
            emitted = emitted.told(null, List.of(link("early" + i, 0.8, NOON, Relation.SAME_EVENT)));
        }
        emitted = emitted.emittedNow();

        assertThat(emitted.told(null, List.of(link("late", 0.8, NOON.plusSeconds(1), Relation.SAME_EVENT)))
                        .dueAfter(emitted))
                .isFalse();
    }

    @Test
    void theStoryIsThatOfTheEarliestReportOfTheSameEvent() {
        Emission emission = asked.told(
                        0,
                        List.of(
                                link("stage", 0.9, NOON.minusSeconds(300), Relation.DEVELOPING_STORY),
                                link("report", 0.8, NOON.minusSeconds(100), Relation.SAME_EVENT),
                                link("copy", 0.7, NOON.minusSeconds(200), Relation.DUPLICATE)))
                .emission();

        assertThat(emission.storyId()).isEqualTo("copy");
        assertThat(emission.duplicateOf()).isEqualTo("copy");
        assertThat(emission.related())
                .extracting(link -> link.other().articleId())
                .containsExactly("stage", "report", "copy");
    }

    @Test
    void theEarliestOfTheCopiesIsNoCopy() {
        Emission emission = asked.told(0, List.of(link("later", 0.9, NOON.plusSeconds(1), Relation.DUPLICATE)))
                .emission();

        assertThat(emission.storyId()).isEqualTo("self");
        assertThat(emission.duplicateOf()).isNull();
    }

    @Test
    void theNextVersionAsksAnewAndCountsRevisionsOn() {
        Gathering emitted = asked.told(0, List.of(link("other", 0.8, NOON, Relation.SAME_EVENT)))
                .told(1, List.of())
                .emittedNow();
        Gathering next = emitted.next(NOON, "other hash", false, List.of("t:a"), 5);

        assertThat(next.version()).isEqualTo(2);
        assertThat(next.links()).isEqualTo(RelatedLinks.NONE);
        assertThat(next.complete()).isFalse();
        assertThat(next.told(0, List.of()).emittedNow().revision()).isEqualTo(2);
    }

    @Test
    void oldNewsThatComesAgainAsNewsIsNew() {
        Gathering backfill = Gathering.first("self", NOON, "hash", true, List.of(), 0);

        assertThat(backfill.knows("hash", true)).isTrue();
        assertThat(backfill.knows("hash", false)).isFalse();
        assertThat(asked.knows("hash", true)).isTrue();
        assertThat(asked.knows("hash", false)).isTrue();
        assertThat(asked.knows("other hash", true)).isFalse();
    }

    private static Finding link(String id, double score, Instant publishedAt, Relation relation) {
        return new Finding(
                id,
                1,
                new Link(
                        new Headline(id, null, id, null, null, publishedAt),
                        new Relatedness(score, relation, List.of(), List.of(), null)));
    }
}
