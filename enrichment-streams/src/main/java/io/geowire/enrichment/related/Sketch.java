package io.geowire.enrichment.related;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bottom-k sketch of a set of words and word pairs: its {@value #SIZE} smallest hashes. Small sets are kept whole, so their
 * resemblance is exact; that of large ones is estimated with a standard error of at most .0625.
 *
 * <p>Source: A. Broder, "On the resemblance and containment of documents", 1997, section 4.
 */
public final class Sketch {
    /** Hashes kept. */
    static final int SIZE = 64;

    /** The sketch of no text. */
    public static final Sketch EMPTY = new Sketch(new int[0]);

    private final int[] hashes;

    private Sketch(int[] hashes) {
        this.hashes = hashes;
    }

    /** Sketches a text of these words, in their order. */
    static Sketch of(List<String> words) {
        IntStream single = words.stream().mapToInt(word -> mix(word.hashCode()));
        IntStream pairs = IntStream.range(1, words.size())
                .map(i ->
                        mix(31 * mix(words.get(i - 1).hashCode()) + words.get(i).hashCode()));
        return of(IntStream.concat(single, pairs));
    }

    /** Restores a sketch from its {@linkplain #hashes() hashes}. */
    public static Sketch of(IntStream hashes) {
        return new Sketch(hashes.sorted().distinct().limit(SIZE).toArray());
    }

    /** The hashes, ascending. */
    public IntStream hashes() {
        return Arrays.stream(hashes);
    }

    /** Whether there was no text. */
    public boolean isEmpty() {
        return hashes.length == 0;
    }

    /**
     * Jaccard similarity of the two sets, from 0 to 1: of the {@value #SIZE} smallest hashes of their union, the share that both
     * have. 0 if one is empty.
     */
    public double resemblance(Sketch other) {
        int i = 0;
        int j = 0;
        int both = 0;
        int union = 0;
        while (union < SIZE && (i < hashes.length || j < other.hashes.length)) {
            int order = i == hashes.length
                    ? 1
                    : j == other.hashes.length ? -1 : Integer.compare(hashes[i], other.hashes[j]);
            if (order == 0) {
                both++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            union++;
        }
        return union == 0 ? 0 : (double) both / union;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Sketch other && Arrays.equals(hashes, other.hashes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hashes);
    }

    @Override
    public String toString() {
        return "Sketch" + Arrays.toString(hashes);
    }

    /** MurmurHash3's finaliser: spreads the weak hash of a string over all bits. */
    private static int mix(int h) {
        h ^= h >>> 16;
        h *= 0x85ebca6b;
        h ^= h >>> 13;
        h *= 0xc2b2ae35;
        return h ^ (h >>> 16);
    }
}
