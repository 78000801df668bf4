package io.geowire.enrichment.entity;

/** Hashes of words and features. They are part of the model's format: changing one makes trained models useless. */
final class Hashes {
    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long PRIME = 0xBF58476D1CE4E5B9L;

    private Hashes() {}

    /** A hash of some characters; never 0. */
    static long of(String text, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }

    static long of(String text) {
        return of(text, 0, text.length());
    }

    static long mix(long a, long b) {
        long hash = (a ^ (b * SEED)) * PRIME;
        return hash ^ (hash >>> 31);
    }

    /** Where a table of a power of two of slots begins to look for the hash. */
    static int slot(long hash, int slots) {
        return (int) ((hash * SEED) >>> 40) & (slots - 1);
    }
}
