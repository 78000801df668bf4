package io.geowire.enrichment.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Weighted logistic regression by Newton's method, with a small ridge that keeps it finite. */
final class LogisticFit {
    private static final int ROUNDS = 30;
    private static final double RIDGE = 0.05;

    private final List<Example> examples = new ArrayList<>();

    private record Example(double[] x, double y, double weight) {}

    /** Adds an example; the first feature is 1, for the bias. */
    void add(double[] x, boolean positive, double weight) {
        examples.add(new Example(x, positive ? 1 : 0, weight));
    }

    double[] fit() {
        int n = examples.get(0).x.length;
        double[] w = new double[n];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] hessian = new double[n][n + 1];
            for (Example example : examples) {
                double p = probability(w, example.x);
                for (int i = 0; i < n; i++) {
                    double xi = example.weight * example.x[i];
                    hessian[i][n] += xi * (example.y - p);
                    for (int j = 0; j < n; j++) {
                        hessian[i][j] += xi * example.x[j] * p * (1 - p);
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                hessian[i][i] += RIDGE;
                hessian[i][n] -= RIDGE * w[i];
            }
            double[] step = solve(hessian);
            Arrays.setAll(w, i -> w[i] + step[i]);
        }
        return w;
    }

    static double probability(double[] w, double[] x) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * x[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** Gaussian elimination of a symmetric positive definite system; the last column is the right side. */
    private static double[] solve(double[][] m) {
        int n = m.length;
        for (int c = 0; c < n; c++) {
            for (int r = c + 1; r < n; r++) {
                double factor = m[r][c] / m[c][c];
                for (int k = c; k <= n; k++) {
                    m[r][k] -= factor * m[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = m[i][n];
            for (int k = i + 1; k < n; k++) {
                sum -= m[i][k] * x[k];
            }
            x[i] = sum / m[i][i];
        }
        return x;
    }
}
