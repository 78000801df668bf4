package io.geowire.service.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects the faults of one file. */
public final class Faults {
    /** Beyond so many nobody reads on. */
    private static final int MAX = 1_000;

    private static final int MAX_LENGTH = 500;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    /** @param file its name, for messages */
    public Faults(String file) {
        this.file = file;
    }

    /**
     * Adds one.
     *
     * @param line from 1
     * @param entry as messages call it; null if no entry is meant
     * @param field of the entry; null if none is meant
     */
    public void add(int line, @Nullable String entry, @Nullable String field, String reason) {
        if (faults.size() < MAX) {
            faults.add(new Fault(file, line, entry, field == null ? null : printable(field), printable(reason)));
        }
    }

    /** Adds one at the line of a node. */
    public void add(Node at, @Nullable String entry, @Nullable String field, String reason) {
        add(line(at), entry, field, reason);
    }

    /** The line of a node, from 1. */
    public static int line(Node node) {
        return line(node.getStartMark());
    }

    static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** In order of the file. */
    public List<Fault> inOrder() {
        return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }

    /** Both may quote the file, which may hold what would move the cursor of a terminal, at any length. */
    private static String printable(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
        return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH) + "…";
    }
}
