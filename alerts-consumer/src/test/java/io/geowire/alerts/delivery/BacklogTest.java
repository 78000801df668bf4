package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.delivery.Backlog.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private final Backlog<String> backlog = new Backlog<>();

    @Test
    void deliversInOrderOfArrival() {
        backlog.assign(0, Progress.from(0));
        backlog.add(entry(0, 0, "a", 10));
        backlog.add(entry(0, 1, "b", 11));

        assertThat(finishNext(11)).isEqualTo("0@0");
        assertThat(finishNext(11)).isEqualTo("0@1");
        assertThat(backlog.next(11)).isEmpty();
    }

    @Test
    void clockOfTheTopicMayBeAhead() {
        backlog.assign(0, Progress.from(0));
        backlog.add(entry(0, 0, "a", 5_000));

        assertThat(backlog.due()).hasValue(0);
        assertThat(finishNext(10)).isEqualTo("0@0");
    }

    @Test
    void laneWaitsForItsFirstEntryAndOthersDoNot() {
        backlog.assign(0, Progress.from(0));
        Entry<String> failing = entry(0, 0, "a", 10);
        backlog.add(failing);
        backlog.add(entry(0, 1, "a", 11));
        backlog.add(entry(0, 2, "b", 12));
        backlog.postpone(failing, 1_000);

        assertThat(finishNext(20)).isEqualTo("0@2");
        assertThat(backlog.next(20)).isEmpty();
        assertThat(backlog.due()).hasValue(1_000);
        assertThat(finishNext(1_000)).isEqualTo("0@0");
        assertThat(finishNext(1_000)).isEqualTo("0@1");
    }

    @Test
    void whatIsFinishedBehindAnOpenEntryIsPartOfTheProgress() {
        backlog.assign(0, Progress.from(5));
        Entry<String> failing = entry(0, 5, "a", 10);
        backlog.add(failing);
        backlog.add(entry(0, 6, "b", 11));
        backlog.add(entry(0, 7, "a", 12));
        backlog.postpone(failing, 1_000);
        finishNext(20);

        assertThat(progress(0)).isEqualTo(new Progress(5, 8, new TreeSet<>(List.of(5L, 7L)), null));
    }

    @Test
    void afterARestartOnlyWhatIsOpenComesAgain() {
        backlog.assign(0, new Progress(5, 8, new TreeSet<>(List.of(5L, 7L)), null));

        for (int offset = 5; offset < 9; offset++) {
            assertThat(backlog.awaits(0, offset)).isEqualTo(offset != 6);
            backlog.add(entry(0, offset, "k" + offset, 10));
        }
        assertThat(backlog.size()).isEqualTo(3);
    }

    @Test
    void progressBeforeTheOpenEntriesAreReadAgainStillNamesThem() {
        Progress before = new Progress(5, 8, new TreeSet<>(List.of(5L, 7L)), null);
        backlog.assign(0, before);

        assertThat(progress(0)).isEqualTo(before);
    }

    @Test
    void openEntryThatNoLongerExistsHoldsNothingBack() {
        backlog.assign(0, new Progress(5, 8, new TreeSet<>(List.of(5L, 7L)), null));
        backlog.add(entry(0, 7, "a", 12));
        finishNext(20);

        assertThat(progress(0)).isEqualTo(Progress.from(8));
    }

    @Test
    void positionMovesProgressAcrossWhatIsNoRecord() {
        backlog.assign(0, Progress.from(0));
        backlog.add(entry(0, 0, "a", 10));
        backlog.advance(0, 4);
        assertThat(progress(0)).isEqualTo(new Progress(0, 4, new TreeSet<>(List.of(0L)), null));

        finishNext(20);

        assertThat(progress(0)).isEqualTo(Progress.from(4));
    }

    @Test
    void retriedEntryTakesItsTurnBehindThoseThatWaitLonger() {
        backlog.assign(0, Progress.from(0));
        Entry<String> failing = entry(0, 0, "a", 10);
        backlog.add(failing);
        backlog.add(entry(0, 1, "b", 20));
        backlog.postpone(failing, 30);

        assertThat(finishNext(100)).isEqualTo("0@1");
        assertThat(finishNext(100)).isEqualTo("0@0");
    }

    @Test
    void probeIsTheEntryThatFailedLeast() {
        backlog.assign(0, Progress.from(0));
        Entry<String> failing = entry(0, 0, "a", 10);
        backlog.add(failing);
        backlog.postpone(failing, 11);
        backlog.add(entry(0, 1, "b", 500));

        assertThat(backlog.next(1_000).map(Entry::value)).contains("0@0");
        assertThat(backlog.probe().map(Entry::value)).contains("0@1");
    }

    @Test
    void probeDoesNotWait() {
        backlog.assign(0, Progress.from(0));
        Entry<String> failing = entry(0, 0, "a", 10);
        backlog.add(failing);
        backlog.postpone(failing, 1_000_000);

        assertThat(backlog.next(20)).isEmpty();
        assertThat(backlog.probe()).contains(failing);
    }

    @Test
    void hasteEndsAllWaiting() {
        backlog.assign(0, Progress.from(0));
        Entry<String> failing = entry(0, 0, "a", 10);
        backlog.add(failing);
        backlog.postpone(failing, 1_000_000);

        backlog.hasten(20);

        assertThat(finishNext(20)).isEqualTo("0@0");
    }

    @Test
    void revokedPartitionIsForgottenAndLateResultsOfItAreIgnored() {
        backlog.assign(0, Progress.from(0));
        backlog.assign(1, Progress.from(0));
        Entry<String> lost = entry(0, 0, "a", 10);
        backlog.add(lost);
        backlog.add(entry(1, 0, "b", 11));

        backlog.revoke(0);
        backlog.finish(lost);
        backlog.postpone(lost, 99);

        backlog.add(entry(0, 1, "a", 12));
        assertThat(backlog.awaits(0, 1)).isFalse();
        assertThat(backlog.progress()).containsOnlyKeys(1);
        assertThat(finishNext(20)).isEqualTo("1@0");
        assertThat(backlog.size()).isZero();
    }

    @Test
    void hasEnoughAtTheLimitAndRoomBelow() {
        backlog.assign(0, Progress.from(0));
        for (int i = 0; i < Backlog.ENOUGH; i++) {
            assertThat(backlog.hasEnough(0)).isFalse();
            backlog.add(entry(0, i, "k" + i, i));
        }
        assertThat(backlog.hasEnough(0)).isTrue();
        finishNext(1_000);
        assertThat(backlog.hasEnough(0)).isFalse();
    }

    @Test
    void oldestIsTheEarliestArrivalThatIsOpen() {
        backlog.assign(0, Progress.from(0));
        backlog.assign(1, Progress.from(0));
        assertThat(backlog.oldest()).isEmpty();
        backlog.add(entry(0, 0, "a", 40));
        backlog.add(entry(1, 0, "b", 30));

        assertThat(backlog.oldest()).hasValue(30);
    }

    /** Against any course of successes, failures, crashes and rebalances: all is delivered, in order, and little twice. */
    @Test
    void nothingIsLostAndOrderIsKeptWhateverHappens() {
        for (int round = 0; round < 200; round++) {
            long seed = System.nanoTime() + round;
            Random random = new Random(seed);
            int records = 1 + random.nextInt(60);
            List<Entry<String>> log = new ArrayList<>();
            for (int i = 0; i < records; i++) {
                // Every third offset holds a mark of a transaction.
                log.add(entry(0, i + i / 2, "k" + random.nextInt(6), i));
            }
            List<String> delivered = new ArrayList<>();
            Progress committed = Progress.from(0);
            long clock = 1_000;
            int steps = 0;
            while (committed.offset() < log.get(records - 1).offset() + 1) {
                assertThat(steps++).as("seed %d", seed).isLessThan(10_000);
                Backlog<String> instance = new Backlog<>();
                instance.assign(0, Progress.of(committed.offset(), committed.metadata()));
                long from = committed.offset();
                log.stream().filter(entry -> entry.offset() >= from).forEach(instance::add);
                for (int i = random.nextInt(20); i >= 0; i--) {
                    clock += 10;
                    Optional<Entry<String>> next = instance.next(clock);
                    if (next.isPresent() && random.nextInt(3) > 0) {
                        delivered.add(next.get().value());
                        instance.finish(next.get());
                        committed = instance.progress().get(0);
                    } else if (next.isPresent()) {
                        instance.postpone(next.get(), clock + random.nextInt(100));
                    }
                }
            }

            assertThat(delivered).as("seed %d", seed).doesNotHaveDuplicates().hasSize(records);
            assertThatEachLaneIsInOrder(log, delivered, seed);
        }
    }

    private static void assertThatEachLaneIsInOrder(List<Entry<String>> log, List<String> delivered, long seed) {
        Map<String, List<String>> expected = new HashMap<>();
        Map<String, List<String>> actual = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (Entry<String> entry : log) {
            keys.put(entry.value(), entry.key());
            expected.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry.value());
        }
        Set<String> seen = new HashSet<>();
        for (String value : delivered) {
            if (seen.add(value)) {
                actual.computeIfAbsent(keys.get(value), key -> new ArrayList<>())
                        .add(value);
            }
        }
        assertThat(actual).as("seed %d", seed).isEqualTo(expected);
    }

    private String finishNext(long now) {
        Entry<String> next = backlog.next(now).orElseThrow();
        backlog.finish(next);
        return next.value();
    }

    private Progress progress(int partition) {
        return backlog.progress().get(partition);
    }

    private static Entry<String> entry(int partition, long offset, String key, long arrived) {
        return new Entry<>(partition, offset, key, arrived, partition + "@" + offset);
    }
}
