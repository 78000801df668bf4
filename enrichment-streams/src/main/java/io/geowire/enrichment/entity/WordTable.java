package io.geowire.enrichment.entity;

/**
 * Words by the hash of their folded form: for each the path of its cluster and some bits. Hash and value of a word stand side
 * by side: one place in memory, not two.
 */
final class WordTable {
    /** What is known of a word that is not in the table. */
    static final long NOTHING = 0;

    private static final int SMALLEST = 1 << 10;
    private static final long FLAGS = 0xFFFF_FFFFL;

    private long[] table = new long[2 * SMALLEST];
    private int size;

    /** Adds bits to those of a word. */
    void addFlags(long word, int flags) {
        int slot = slot(word);
        table[slot + 1] |= flags & FLAGS;
    }

    void setPath(long word, int path) {
        int slot = slot(word);
        table[slot + 1] = (table[slot + 1] & FLAGS) | (long) path << Integer.SIZE;
    }

    /** Path and bits of a word, for {@link #path} and {@link #flags}. */
    long get(long word) {
        return table[find(word) + 1];
    }

    static int path(long value) {
        return (int) (value >>> Integer.SIZE);
    }

    static int flags(long value) {
        return (int) value;
    }

    private int slot(long word) {
        if (size * 8 > table.length * 3) {
            grow();
        }
        int slot = find(word);
        if (table[slot] == 0) {
            table[slot] = word;
            size++;
        }
        return slot;
    }

    private int find(long word) {
        int slot = 2 * Hashes.slot(word, table.length / 2);
        while (table[slot] != 0 && table[slot] != word) {
            slot = (slot + 2) & (table.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] old = table;
        table = new long[2 * old.length];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0) {
                int slot = find(old[i]);
                table[slot] = old[i];
                table[slot + 1] = old[i + 1];
            }
        }
    }
}
