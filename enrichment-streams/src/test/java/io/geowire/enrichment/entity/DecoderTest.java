package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecoderTest {

    /** Any weights: a token's only feature is its row. */
    private record Weights(float[][] rows, float[][] transitions) implements Decoder.Scorer {
        static Weights random(Random random, int rows) {
            return new Weights(table(random, rows), table(random, Tags.COUNT));
        }

        private static float[][] table(Random random, int rows) {
            float[][] table = new float[rows][Tags.COUNT];
            for (float[] row : table) {
                for (int tag = 0; tag < row.length; tag++) {
                    row[tag] = (float) random.nextGaussian();
                }
            }
            return table;
        }

        @Override
        public void add(int[] features, float[] scores) {
            for (int feature : features) {
                for (int tag = 0; tag < scores.length; tag++) {
                    scores[tag] += rows[feature][tag];
                }
            }
        }

        @Override
        public float transition(int before, int tag) {
            return transitions[before][tag];
        }
    }

    @Test
    void findsWhatTryingAllTagsFinds() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int length = 1 + random.nextInt(3);
            Weights weights = Weights.random(random, length);
            int[][] features = new int[length][1];
            int[] allowed = new int[length];
            for (int i = 0; i < length; i++) {
                features[i][0] = i;
                // More than the tag outside: tokens that may only be there part a sequence.
                allowed[i] = Tags.ALL & random.nextInt() | 1 | 1 << Tags.COUNT - 1;
            }
            int[] found = Decoder.decode(features, allowed, weights);
            assertThat(score(weights, found, allowed))
                    .as("seed %d", seed)
                    .isCloseTo(best(weights, allowed, new int[length], 0), within(1e-4));
        }
    }

    private static double best(Weights weights, int[] allowed, int[] tags, int at) {
        if (at == tags.length) {
            return score(weights, tags, allowed);
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            tags[at] = tag;
            best = Math.max(best, best(weights, allowed, tags, at + 1));
        }
        return best;
    }

    /** Of tokens that may all be in a name; minus infinity for what is not legal. */
    private static double score(Weights weights, int[] tags, int[] allowed) {
        double score = 0;
        int before = Tags.OUTSIDE;
        for (int i = 0; i < tags.length; i++) {
            int may = allowed[i]
                    & (i == 0 ? Tags.first() : Tags.after(before))
                    & (i == tags.length - 1 ? Tags.last() : Tags.ALL);
            if ((may >>> tags[i] & 1) == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            score += weights.rows[i][tags[i]] + weights.transitions[before][tags[i]];
            before = tags[i];
        }
        return score;
    }

    @Test
    void leavesTokensOutsideThatMayOnlyBeThere() {
        Weights weights = Weights.random(new Random(1), 3);
        int[] tags = Decoder.decode(new int[][] {{0}, {}, {2}}, new int[] {Tags.ALL, 1, Tags.ALL}, weights);
        assertThat(tags[1]).isEqualTo(Tags.OUTSIDE);
        assertThat(Tags.names(tags))
                .allSatisfy(name -> assertThat(name.to() - name.from()).isEqualTo(1));
    }

    @Test
    void namesAndTagsTellTheSame() {
        List<Tags.Name> names = List.of(
                new Tags.Name(0, 1, EntityType.PERSON),
                new Tags.Name(1, 3, EntityType.EVENT),
                new Tags.Name(4, 8, EntityType.TREATY));
        assertThat(Tags.names(Tags.of(9, names))).isEqualTo(names);
    }
}
