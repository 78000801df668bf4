package io.geowire.enrichment.training;

import io.geowire.enrichment.topic.SparseVector;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Fits a logistic regression with a quadratic penalty by L-BFGS with a backtracking line search. The problem is convex, so
 * the start makes no difference.
 *
 * <p>Source: J. Nocedal and S. Wright, "Numerical Optimization", 2006, algorithms 7.4 and 3.1.
 */
public final class LogisticRegression {
    private static final int MEMORY = 8;
    private static final int MOST_ROUNDS = 100;
    private static final double TOLERANCE = 1e-4;
    private static final double SUFFICIENT = 1e-4;

    private final List<SparseVector> examples;
    private final boolean[] positive;
    private final double cost;
    private final int size;

    /**
     * @param examples what is judged
     * @param positive which of them are positive
     * @param features how many features there are
     * @param cost of an example against the penalty, above 0: the higher, the closer the fit
     */
    public LogisticRegression(List<SparseVector> examples, boolean[] positive, int features, double cost) {
        this.examples = List.copyOf(examples);
        this.positive = positive.clone();
        this.cost = cost;
        this.size = features + 1;
    }

    /** The weights of the features and, at the end, the bias. */
    public double[] fit() {
        double[] weights = new double[size];
        double[] gradient = new double[size];
        double loss = loss(weights, gradient);
        double enough = TOLERANCE * Math.sqrt(dot(gradient, gradient));
        Deque<Step> steps = new ArrayDeque<>();
        for (int round = 0; round < MOST_ROUNDS && Math.sqrt(dot(gradient, gradient)) > enough; round++) {
            double[] direction = direction(gradient, steps);
            double slope = dot(direction, gradient);
            double rate = round == 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next;
            double[] nextGradient = new double[size];
            double nextLoss;
            do {
                next = plus(weights, direction, rate);
                nextLoss = loss(next, nextGradient);
                rate /= 2;
            } while (nextLoss > loss + SUFFICIENT * 2 * rate * slope && rate > 1e-10);
            Step step = Step.of(plus(next, weights, -1), plus(nextGradient, gradient, -1));
            if (step.curvature > 0) {
                steps.addLast(step);
                if (steps.size() > MEMORY) {
                    steps.removeFirst();
                }
            }
            weights = next;
            gradient = nextGradient;
            loss = nextLoss;
        }
        return weights;
    }

    /** A step that was made, and how the gradient changed by it. */
    private record Step(double[] move, double[] change, double curvature) {
        static Step of(double[] move, double[] change) {
            return new Step(move, change, dot(move, change));
        }
    }

    private static double[] direction(double[] gradient, Deque<Step> steps) {
        double[] direction = plus(new double[gradient.length], gradient, -1);
        double[] shares = new double[steps.size()];
        int i = steps.size();
        for (Iterator<Step> it = steps.descendingIterator(); it.hasNext(); ) {
            Step step = it.next();
            shares[--i] = dot(step.move, direction) / step.curvature;
            add(direction, step.change, -shares[i]);
        }
        if (!steps.isEmpty()) {
            Step last = steps.getLast();
            double scale = last.curvature / dot(last.change, last.change);
            for (int j = 0; j < direction.length; j++) {
                direction[j] *= scale;
            }
        }
        for (Step step : steps) {
            add(direction, step.move, shares[i++] - dot(step.change, direction) / step.curvature);
        }
        return direction;
    }

    /** Penalty and cost of the weights; sets the gradient. The bias is not penalised. */
    private double loss(double[] weights, double[] gradient) {
        double loss = 0;
        for (int i = 0; i < size - 1; i++) {
            loss += weights[i] * weights[i] / 2;
            gradient[i] = weights[i];
        }
        gradient[size - 1] = 0;
        for (int e = 0; e < positive.length; e++) {
            int[] indexes = examples.get(e).indexes();
            float[] values = examples.get(e).values();
            double sum = weights[size - 1];
            for (int i = 0; i < indexes.length; i++) {
                sum += weights[indexes[i]] * values[i];
            }
            double margin = positive[e] ? sum : -sum;
            // log(1 + exp(-margin)) without overflow
            loss += cost * (Math.max(0, -margin) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin))));
            double pull = (positive[e] ? -cost : cost) / (1 + StrictMath.exp(margin));
            for (int i = 0; i < indexes.length; i++) {
                gradient[indexes[i]] += pull * values[i];
            }
            gradient[size - 1] += pull;
        }
        return loss;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double[] plus(double[] one, double[] other, double times) {
        double[] sum = one.clone();
        add(sum, other, times);
        return sum;
    }

    private static void add(double[] to, double[] other, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * other[i];
        }
    }
}
