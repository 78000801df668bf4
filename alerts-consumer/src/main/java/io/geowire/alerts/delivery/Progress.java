package io.geowire.alerts.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far a receiver is with a partition, as it is committed to the broker: what lies below {@code offset} is finished, and so is
 * what lies below {@code next} but for the {@code open} offsets. All but the offset goes into the commit's metadata, so that a
 * restart delivers only what is open, although a story that fails holds the offset back.
 *
 * @param offset the lowest that is not finished
 * @param next the lowest that was not read yet, {@code offset} or higher
 * @param open what was read and is not finished, from {@code offset} up to {@code next}
 * @param gone fingerprint of the address that answered that it is gone; null if none did
 */
public record Progress(
        long offset,
        long next,
        SortedSet<Long> open,
        @Nullable String gone) {
    private static final String NEXT = "next=";
    private static final String OPEN = "open=";
    private static final String GONE = "gone=";

    public Progress {
        open = new TreeSet<>(open);
        if (next < offset || (!open.isEmpty() && (open.first() < offset || open.last() >= next))) {
            throw new IllegalArgumentException("offset %d, next %d, open %s".formatted(offset, next, open));
        }
    }

    /** Nothing at or above an offset was read. */
    public static Progress from(long offset) {
        return new Progress(offset, offset, new TreeSet<>(), null);
    }

    /**
     * Reads what {@link #metadata} wrote. Of what it does not understand nothing counts as finished.
     *
     * @param metadata of the commit; null or empty if it had none
     */
    public static Progress of(long offset, @Nullable String metadata) {
        long next = offset;
        SortedSet<Long> open = new TreeSet<>();
        String gone = null;
        for (String part : metadata == null ? new String[0] : metadata.split(";", -1)) {
            try {
                if (part.startsWith(NEXT)) {
                    next = offset + Long.parseLong(part.substring(NEXT.length()));
                } else if (part.startsWith(OPEN)) {
                    for (String each : part.substring(OPEN.length()).split(",", -1)) {
                        open.add(offset + Long.parseLong(each));
                    }
                } else if (part.startsWith(GONE)) {
                    gone = part.substring(GONE.length());
                }
            } catch (NumberFormatException e) {
                return from(offset);
            }
        }
        boolean sound = next >= offset && (open.isEmpty() || (open.first() >= offset && open.last() < next));
        return sound ? new Progress(offset, next, open, gone) : from(offset);
    }

    /** {@link #gone}, if there is one. */
    public Optional<String> goneAddress() {
        return Optional.ofNullable(gone);
    }

    /** The same, with another address that is gone, or none. */
    public Progress withGone(@Nullable String address) {
        return new Progress(offset, next, open, address);
    }

    /** What is committed beside the offset: short text, empty if there is nothing to say. Offsets are relative to it. */
    public String metadata() {
        List<String> parts = new ArrayList<>();
        if (next > offset) {
            parts.add(NEXT + (next - offset));
        }
        if (!open.isEmpty()) {
            parts.add(OPEN + relative(open));
        }
        if (gone != null) {
            parts.add(GONE + gone);
        }
        return String.join(";", parts);
    }

    private String relative(Collection<Long> offsets) {
        return String.join(
                ",", offsets.stream().map(each -> Long.toString(each - offset)).toList());
    }
}
