package io.geowire.enrichment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.geowire.enrichment.topic.SparseVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    /** Without a penalty to speak of, the fitted probability of a group is its share of positives: log-odds of 3 to 1 and 1 to 3. */
    @Test
    void findsTheLogOddsOfGroups() {
        SparseVector none = new SparseVector(new int[0], new float[0]);
        SparseVector one = new SparseVector(new int[] {0}, new float[] {1});
        List<SparseVector> examples = List.of(none, none, none, none, one, one, one, one);
        boolean[] positive = {true, false, false, false, true, true, true, false};
        double[] weights = new LogisticRegression(examples, positive, 1, 1e6).fit();
        assertThat(weights[1]).isCloseTo(-Math.log(3), within(1e-3));
        assertThat(weights[0]).isCloseTo(2 * Math.log(3), within(1e-3));
    }

    @Test
    void thePenaltyShrinksWeights() {
        assertThat(Math.abs(fit(7, 0.01)[0])).isLessThan(Math.abs(fit(7, 1)[0]));
    }

    @Test
    void theSameExamplesGiveTheSameWeights() {
        assertThat(fit(3, 1)).isEqualTo(fit(3, 1));
    }

    /** At the minimum no weight can be moved to lower the loss. */
    @Test
    void endsWhereTheGradientVanishes() {
        double[] weights = fit(5, 1);
        double best = loss(5, 1, weights);
        for (int i = 0; i < weights.length; i++) {
            for (double step : new double[] {-0.01, 0.01}) {
                double[] moved = weights.clone();
                moved[i] += step;
                assertThat(loss(5, 1, moved)).isGreaterThan(best);
            }
        }
    }

    private static List<SparseVector> examples(Random random, boolean[] positive) {
        List<SparseVector> examples = new ArrayList<>();
        for (int i = 0; i < positive.length; i++) {
            float x = (float) random.nextGaussian();
            float y = (float) random.nextGaussian();
            positive[i] = x + 0.5 * y + random.nextGaussian() > 0;
            examples.add(new SparseVector(new int[] {0, 2}, new float[] {x, y}));
        }
        return examples;
    }

    private static double[] fit(long seed, double cost) {
        boolean[] positive = new boolean[200];
        List<SparseVector> examples = examples(new Random(seed), positive);
        return new LogisticRegression(examples, positive, 3, cost).fit();
    }

    private static double loss(long seed, double cost, double[] weights) {
        boolean[] positive = new boolean[200];
        List<SparseVector> examples = examples(new Random(seed), positive);
        double loss = 0;
        for (int i = 0; i < weights.length - 1; i++) {
            loss += weights[i] * weights[i] / 2;
        }
        for (int e = 0; e < positive.length; e++) {
            SparseVector example = examples.get(e);
            double sum = weights[weights.length - 1];
            for (int i = 0; i < example.indexes().length; i++) {
                sum += weights[example.indexes()[i]] * example.values()[i];
            }
            loss += cost * Math.log1p(Math.exp(positive[e] ? -sum : sum));
        }
        return loss;
    }
}
