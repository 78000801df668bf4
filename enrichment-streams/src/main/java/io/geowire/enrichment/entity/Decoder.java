package io.geowire.enrichment.entity;

import java.util.Arrays;

/** Finds the best legal tags of a sequence (Viterbi). */
public final class Decoder {
    private static final float NEVER = Float.NEGATIVE_INFINITY;

    private Decoder() {}

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
            decode(features, allowed, at, to, scorer, tags);
            at = to;
        }
        return tags;
    }

    private static void decode(int[][] features, int[] allowed, int from, int to, Scorer scorer, int[] tags) {
        int length = to - from;
        byte[][] back = new byte[length][Tags.COUNT];
        float[] best = new float[Tags.COUNT];
        float[] next = new float[Tags.COUNT];
        float[] scores = new float[Tags.COUNT];
        for (int i = 0; i < length; i++) {
            Arrays.fill(scores, 0);
            scorer.add(features[from + i], scores);
            int mask =
                    allowed[from + i] & (i == 0 ? Tags.first() : Tags.ALL) & (i == length - 1 ? Tags.last() : Tags.ALL);
            Arrays.fill(next, NEVER);
            if (i == 0) {
                for (int rest = mask; rest != 0; rest &= rest - 1) {
                    int tag = Integer.numberOfTrailingZeros(rest);
                    next[tag] = scores[tag] + scorer.transition(Tags.OUTSIDE, tag);
                }
            } else {
                for (int before = 0; before < Tags.COUNT; before++) {
                    if (best[before] == NEVER) {
                        continue;
                    }
                    for (int rest = mask & Tags.after(before); rest != 0; rest &= rest - 1) {
                        int tag = Integer.numberOfTrailingZeros(rest);
                        float score = best[before] + scores[tag] + scorer.transition(before, tag);
                        if (score > next[tag]) {
                            next[tag] = score;
                            back[i][tag] = (byte) before;
                        }
                    }
                }
            }
            float[] swap = best;
            best = next;
            next = swap;
        }
        int tag = best(best);
        for (int i = length - 1; i >= 0; i--) {
            tags[from + i] = tag;
            tag = back[i][tag];
        }
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
