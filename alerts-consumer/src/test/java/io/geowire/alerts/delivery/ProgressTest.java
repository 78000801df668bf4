package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final int BROKER_LIMIT = 4_096;

    @Test
    void metadataIsReadBackAsWritten() {
        for (Progress progress : List.of(
                Progress.from(7),
                new Progress(7, 20, offsets(7, 9, 19), null),
                new Progress(7, 20, offsets(7), "0123456789abcdef"),
                new Progress(0, 1, offsets(), null))) {
            assertThat(Progress.of(progress.offset(), progress.metadata())).isEqualTo(progress);
        }
    }

    @Test
    void metadataIsShortAndRelativeToTheOffset() {
        assertThat(new Progress(1_000_000, 1_000_050, offsets(1_000_000, 1_000_003), "ab").metadata())
                .isEqualTo("next=50;open=0,3;gone=ab");
        assertThat(Progress.from(5).metadata()).isEmpty();
    }

    @Test
    void theLargestThatABacklogCanHoldFitsIntoACommit() {
        long far = 1_000_000_000_000_000_000L;
        SortedSet<Long> open = new TreeSet<>(LongStream.range(0, 2L * Backlog.ENOUGH - 1)
                .mapToObj(i -> i == 0 ? 0 : far + i)
                .toList());
        Progress progress = new Progress(0, Long.MAX_VALUE, open, "0123456789abcdef");

        assertThat(progress.metadata().length()).isLessThan(BROKER_LIMIT);
        assertThat(Progress.of(0, progress.metadata())).isEqualTo(progress);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "next=",
                "next=x",
                "next=-3",
                "open=0",
                "open=5;next=5",
                "next=5;open=,",
                "next=99999999999999999999"
            })
    void whatIsNotUnderstoodCountsAsNotFinished(String metadata) {
        assertThat(Progress.of(12, metadata)).isEqualTo(Progress.from(12));
    }

    @Test
    void foreignPartsArePassedOver() {
        assertThat(Progress.of(12, "v=9;next=3")).isEqualTo(new Progress(12, 15, offsets(), null));
    }

    @Test
    void openOffsetsLieBetweenTheOthers() {
        assertThatThrownBy(() -> new Progress(5, 9, offsets(9), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Progress(5, 9, offsets(4), null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Progress(5, 4, offsets(), null)).isInstanceOf(IllegalArgumentException.class);
    }

    private static SortedSet<Long> offsets(long... offsets) {
        return new TreeSet<>(LongStream.of(offsets).boxed().toList());
    }
}
