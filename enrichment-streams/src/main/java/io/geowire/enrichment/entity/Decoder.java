package io.geowire.enrichment.entity;

import java.util.Arrays;

/** Finds the best legal tags of a sequence (Viterbi). */
public final class Decoder {
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    private final int[][] features;
    private final int[] allowed;
    private final Scorer scorer;
    private final int[] tags;
    private final byte[][] back;
    private float[] best = new float[Tags.COUNT];
    private float[] next = new float[Tags.COUNT];
    private final float[] scores = new float[Tags.COUNT];

    private Decoder(int[][] features, int[] allowed, Scorer scorer, int[] tags) {
        this.features = features;
        this.allowed = allowed;
        this.scorer = scorer;
        this.tags = tags;
        this.back = new byte[allowed.length][];
    }

    /** Scores the tags of a token by its features. */
    public interface Scorer {
        /** Adds to each tag's score. */
        void add(int[] features, float[] scores);

        /** What it adds that one tag follows another. */
        float transition(int before, int tag);
    }

    /**
     * The best tags.
     *
     * @param features of each token; none for a token that can only be outside
     * @param allowed bits of the tags that each token may have
     */
    public static int[] decode(int[][] features, int[] allowed, Scorer scorer) {
        int[] tags = new int[allowed.length];
        Decoder decoder = new Decoder(features, allowed, scorer, tags);
        int at = 0;
        while (at < allowed.length) {
            if (allowed[at] == 1) {
                at++;
                continue;
            }
            int to = at + 1;
            while (to < allowed.length && allowed[to] != 1) {
                to++;
            }
            decoder.decode(at, to);
            at = to;
        }
        return tags;
    }

    /** Tokens that may be part of a name, between such as may not. */
    private void decode(int from, int to) {
        for (int i = from; i < to; i++) {
            Arrays.fill(scores, 0);
            scorer.add(features[i], scores);
            int mask = allowed[i] & (i == from ? Tags.first() : Tags.ALL) & (i == to - 1 ? Tags.last() : Tags.ALL);
            if (i == from) {
                begin(mask);
            } else {
                back[i] = follow(mask);
            }
        }
        int tag = best(best);
        for (int i = to - 1; i > from; i--) {
            tags[i] = tag;
            tag = back[i][tag];
        }
        tags[from] = tag;
    }

    private void begin(int mask) {
        Arrays.fill(best, NEVER);
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int tag = Integer.numberOfTrailingZeros(rest);
            best[tag] = scores[tag] + scorer.transition(Tags.OUTSIDE, tag);
        }
    }

    /** Scores each tag by the best before it, and tells which that is. */
    private byte[] follow(int mask) {
        byte[] origins = new byte[Tags.COUNT];
        Arrays.fill(next, NEVER);
        for (int before = 0; before < Tags.COUNT; before++) {
            if (best[before] == NEVER) {
                continue;
            }
            for (int rest = mask & Tags.after(before); rest != 0; rest &= rest - 1) {
                int tag = Integer.numberOfTrailingZeros(rest);
                float score = best[before] + scorer.transition(before, tag);
                if (score > next[tag]) {
                    next[tag] = score;
                    origins[tag] = (byte) before;
                }
            }
        }
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            next[tag] += scores[tag];
        }
        float[] swap = best;
        best = next;
        next = swap;
        return origins;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int tag = 1; tag < scores.length; tag++) {
            if (scores[tag] > scores[best]) {
                best = tag;
            }
        }
        return best;
    }
}
