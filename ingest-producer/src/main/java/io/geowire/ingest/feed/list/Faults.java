package io.geowire.ingest.feed.list;

import io.geowire.ingest.item.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the faults of one list. */
final class Faults {
    /** Beyond so many nobody reads on. */
    private static final int MAX = 1_000;

    private static final int MAX_LENGTH = 500;

    private final String file;
    private final List<FeedListFault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    /** @param feed number of the feed, or 0 */
    void add(int line, int feed, @Nullable String field, String reason) {
        if (faults.size() < MAX) {
            faults.add(new FeedListFault(file, line, feed, field == null ? null : printable(field), printable(reason)));
        }
    }

    int count() {
        return faults.size();
    }

    List<FeedListFault> inOrder() {
        return faults.stream()
                .sorted(Comparator.comparingInt(FeedListFault::line))
                .toList();
    }

    /** It may quote the list, which may hold anything at any length. */
    private static String printable(String text) {
        String cut = text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
        return Printable.escape(cut);
    }
}
