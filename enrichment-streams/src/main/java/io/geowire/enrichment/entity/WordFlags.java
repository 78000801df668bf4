package io.geowire.enrichment.entity;

/** Bits of words, by the hash of the word. */
final class WordFlags {
    private static final int SMALLEST = 1 << 12;

    private long[] words = new long[SMALLEST];
    private int[] bits = new int[SMALLEST];
    private int size;

    void add(String word, int flags) {
        if (size * 2 > words.length) {
            grow();
        }
        long hash = Hashes.of(word);
        int slot = slot(hash);
        if (words[slot] == 0) {
            words[slot] = hash;
            size++;
        }
        bits[slot] |= flags;
    }

    int get(long hash) {
        return bits[slot(hash)];
    }

    private int slot(long hash) {
        int slot = Hashes.slot(hash, words.length);
        while (words[slot] != 0 && words[slot] != hash) {
            slot = (slot + 1) & (words.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldWords = words;
        int[] oldBits = bits;
        words = new long[oldWords.length * 2];
        bits = new int[words.length];
        for (int i = 0; i < oldWords.length; i++) {
            if (oldWords[i] != 0) {
                int slot = slot(oldWords[i]);
                words[slot] = oldWords[i];
                bits[slot] = oldBits[i];
            }
        }
    }
}
