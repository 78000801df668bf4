package io.geowire.alerts.delivery;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What one receiver has read and not finished. Entries of one key form a lane: the first must be finished before the second
 * is due. Lanes do not wait for each other, so a story that fails holds up no other, and what is finished may lie anywhere behind
 * what is not; {@link #progress} says both. Times are milliseconds of any one clock. Not safe for use by several threads.
 *
 * @param <T> what is delivered
 */
public final class Backlog<T> {
    /**
     * So many open entries are enough for a partition: who fills the backlog then leaves it alone for a while. With as many
     * again from the last reading, progress still fits into a commit.
     */
    public static final int ENOUGH = 100;

    private final Map<Integer, Part<T>> parts = new TreeMap<>();

    /**
     * An entry: value and place.
     *
     * @param arrived when it came into the topic
     */
    public record Entry<T>(int partition, long offset, String key, long arrived, T value) {}

    /** Begins with a partition. What it held before is forgotten. */
    public void assign(int partition, Progress progress) {
        parts.put(partition, new Part<>(progress));
    }

    /** Forgets a partition, for good or until it is assigned again. */
    public void revoke(int partition) {
        parts.remove(partition);
    }

    /** Whether a partition is assigned and an offset of it was not finished before it was. */
    public boolean awaits(int partition, long offset) {
        Part<T> part = parts.get(partition);
        return part != null && part.awaits(offset);
    }

    /** Takes an entry in, if it {@link #awaits} it. The entries of a partition come by rising offset. */
    public void add(Entry<T> entry) {
        Part<T> part = parts.get(entry.partition());
        if (part != null && part.awaits(entry.offset())) {
            part.add(entry);
        }
    }

    /** Everything of a partition below {@code position} has been read; what was not added needs no delivery. */
    public void advance(int partition, long position) {
        Part<T> part = parts.get(partition);
        if (part != null) {
            part.advance(position);
        }
    }

    /** Whether a partition has enough open entries for now. */
    public boolean hasEnough(int partition) {
        Part<T> part = parts.get(partition);
        return part != null && part.open.size() >= ENOUGH;
    }

    /** What to deliver next: of the lanes' first entries, that which is due for the longest time. */
    public Optional<Entry<T>> next(long now) {
        return heads(head -> head.dueAt() <= now)
                .min(Comparator.comparingLong((Item<T> head) -> head.due).thenComparingLong(head -> head.entry.offset))
                .map(head -> head.entry);
    }

    /**
     * What to try a receiver with that may be up again: that which was put off the least number of times, so that an entry
     * which the receiver never takes does not stand for the rest. Never put off counts before all others.
     */
    public Optional<Entry<T>> probe() {
        return heads(head -> true)
                .min(Comparator.comparingInt((Item<T> head) -> head.postponed)
                        .thenComparingLong(head -> head.due)
                        .thenComparingLong(head -> head.entry.offset))
                .map(head -> head.entry);
    }

    /** When the next entry is due, 0 for at once; empty if there is none. */
    public OptionalLong due() {
        return heads(head -> true).mapToLong(Item::dueAt).min();
    }

    /** An entry is delivered, or set aside for good. Nothing happens if its partition was revoked meanwhile. */
    public void finish(Entry<T> entry) {
        Part<T> part = parts.get(entry.partition());
        if (part != null) {
            part.finish(entry);
        }
    }

    /** An entry, and with it its lane, is not due before {@code until}. */
    public void postpone(Entry<T> entry, long until) {
        Part<T> part = parts.get(entry.partition());
        Item<T> item = part == null ? null : part.open.get(entry.offset());
        if (item != null) {
            item.due = until;
            item.postponed++;
        }
    }

    /** Nothing has to wait any longer than until {@code now}: what held it up is over. */
    public void hasten(long now) {
        parts.values().forEach(part -> part.open.values().forEach(item -> item.due = Math.min(item.due, now)));
    }

    /** How far each partition is. */
    public Map<Integer, Progress> progress() {
        Map<Integer, Progress> progress = new TreeMap<>();
        parts.forEach((partition, part) -> progress.put(partition, part.progress()));
        return progress;
    }

    /** How many entries are open. */
    public int size() {
        return parts.values().stream().mapToInt(part -> part.open.size()).sum();
    }

    /** When the oldest open entry came into its topic; empty if there is none. */
    public OptionalLong oldest() {
        return parts.values().stream()
                .flatMap(part -> part.open.values().stream())
                .mapToLong(item -> item.entry.arrived())
                .min();
    }

    private Stream<Item<T>> heads(Predicate<Item<T>> condition) {
        return parts.values().stream()
                .flatMap(part -> part.lanes.values().stream())
                .map(Deque::getFirst)
                .filter(condition);
    }

    private static final class Item<T> {
        private final Entry<T> entry;
        /** Until something is put off, no more than its place among others: the topic's clock may be ahead of ours. */
        private long due;

        private int postponed;

        Item(Entry<T> entry) {
            this.entry = entry;
            this.due = entry.arrived();
        }

        long dueAt() {
            return postponed == 0 ? 0 : due;
        }
    }

    private static final class Part<T> {
        private final Map<String, Deque<Item<T>>> lanes = new LinkedHashMap<>();
        private final TreeMap<Long, Item<T>> open = new TreeMap<>();
        /** Open when the partition was left by whoever had it before; not read yet. */
        private final NavigableSet<Long> awaited;

        private long next;

        Part(Progress progress) {
            awaited = new TreeSet<>(progress.open());
            next = progress.next();
        }

        boolean awaits(long offset) {
            return offset >= next || awaited.contains(offset);
        }

        void add(Entry<T> entry) {
            advance(entry.offset() + 1);
            Item<T> item = new Item<>(entry);
            open.put(entry.offset(), item);
            lanes.computeIfAbsent(entry.key(), key -> new ArrayDeque<>()).add(item);
        }

        /** What was awaited below and did not come does not exist any more. */
        void advance(long position) {
            awaited.headSet(position).clear();
            next = Math.max(next, position);
        }

        void finish(Entry<T> entry) {
            Item<T> item = open.remove(entry.offset());
            if (item != null) {
                lanes.computeIfPresent(entry.key(), (key, lane) -> {
                    lane.remove(item);
                    return lane.isEmpty() ? null : lane;
                });
            }
        }

        Progress progress() {
            TreeSet<Long> unfinished = new TreeSet<>(open.keySet());
            unfinished.addAll(awaited);
            return new Progress(unfinished.isEmpty() ? next : unfinished.first(), next, unfinished, null);
        }
    }
}
