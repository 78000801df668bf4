package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.TaggerModel;
import io.geowire.enrichment.entity.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A linear-chain conditional random field (Lafferty and others 2001), fitted by AdaGrad (Duchi and others 2011) one sequence at
 * a time; the weights are the mean of those after each epoch of the second half. Where the labels leave a tag open, all tags
 * permitted count as right.
 */
final class ConditionalField {
    /**
     * A sequence to learn.
     *
     * @param features of each token
     * @param allowed bits of the tags that each token may have
     * @param right bits of the tags that each token may rightly have
     */
    record Example(int[][] features, int[] allowed, int[] right) {}

    /**
     * How to learn.
     *
     * @param epochs how often each sequence is seen
     * @param least how often a feature must occur to count
     * @param rate of learning
     * @param decay by which a weight shrinks, as a share of it a step
     * @param dropout share of features that a token goes without, at random
     */
    record Settings(int epochs, int least, float rate, float decay, float dropout) {
        static final Settings DEFAULT = new Settings(8, 2, 0.05f, 1e-4f, 0.5f);
    }

    private static final int TAGS = Tags.COUNT;
    private static final float EPSILON = 1e-6f;
    /** A feature no weight of which is so large is left out of the model. */
    private static final float LEAST_WEIGHT = 0.2f;

    private final List<Example> examples;
    private final int[] hashes;
    private final float[] weights;
    private final float[] squares;
    private final float[] transitions = new float[TAGS * TAGS];
    private final float[] transitionSquares = new float[TAGS * TAGS];
    private final float[] sums;
    private final float[] transitionSums = new float[TAGS * TAGS];
    private int summed;
    private final Settings settings;

    ConditionalField(List<Example> given, Settings settings) {
        this.settings = settings;
        Map<Integer, Integer> counts = new HashMap<>();
        for (Example example : given) {
            for (int[] features : example.features) {
                for (int feature : features) {
                    counts.merge(feature, 1, Integer::sum);
                }
            }
        }
        hashes = counts.entrySet().stream()
                .filter(count -> count.getValue() >= settings.least)
                .map(Map.Entry::getKey)
                .sorted(Integer::compareUnsigned)
                .mapToInt(Integer::intValue)
                .toArray();
        Map<Integer, Integer> index = new HashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            index.put(hashes[i], i);
        }
        examples = new ArrayList<>();
        for (Example example : given) {
            int[][] features = new int[example.features.length][];
            for (int i = 0; i < features.length; i++) {
                features[i] = Arrays.stream(example.features[i])
                        .map(feature -> index.getOrDefault(feature, -1))
                        .filter(feature -> feature >= 0)
                        .toArray();
            }
            examples.add(new Example(features, example.allowed, example.right));
        }
        weights = new float[hashes.length * TAGS];
        squares = new float[weights.length];
        sums = new float[weights.length];
    }

    void train(long seed) {
        Random random = new Random(seed);
        List<Example> order = new ArrayList<>(examples);
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                learn(example, random);
            }
            if (epoch >= settings.epochs / 2) {
                add(weights, sums);
                add(transitions, transitionSums);
                summed++;
            }
        }
    }

    private static void add(float[] values, float[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
        }
    }

    private void learn(Example example, Random random) {
        int at = 0;
        while (at < example.allowed.length) {
            if (example.allowed[at] == 1) {
                at++;
                continue;
            }
            int to = at + 1;
            while (to < example.allowed.length && example.allowed[to] != 1) {
                to++;
            }
            new Segment(example, at, to, random).learn();
            at = to;
        }
    }

    /** Tokens between those that can only be outside. */
    private final class Segment {
        private final int[][] features;
        private final int[] allowed;
        private final int[] right;
        private final int length;
        private final double[][] scores;
        private final double[][] gradient;
        private final double[] between = new double[TAGS * TAGS];
        private final double[] exp = new double[TAGS * TAGS];

        Segment(Example example, int from, int to, Random random) {
            length = to - from;
            features = new int[length][];
            allowed = new int[length];
            right = new int[length];
            for (int i = 0; i < length; i++) {
                int ends = (i == 0 ? Tags.first() : Tags.ALL) & (i == length - 1 ? Tags.last() : Tags.ALL);
                allowed[i] = example.allowed[from + i] & ends;
                right[i] = example.right[from + i] & allowed[i];
                features[i] = kept(example.features[from + i], random);
            }
            scores = new double[length][TAGS];
            gradient = new double[length][TAGS];
        }

        private int[] kept(int[] all, Random random) {
            if (settings.dropout == 0) {
                return all;
            }
            int[] some = new int[all.length];
            int n = 0;
            for (int feature : all) {
                if (random.nextFloat() >= settings.dropout) {
                    some[n++] = feature;
                }
            }
            return Arrays.copyOf(some, n);
        }

        void learn() {
            for (int i = 0; i < length; i++) {
                if (right[i] == 0) {
                    return;
                }
                for (int feature : features[i]) {
                    for (int tag = 0; tag < TAGS; tag++) {
                        scores[i][tag] += weights[feature * TAGS + tag];
                    }
                }
                double highest = Arrays.stream(scores[i]).max().orElse(0);
                for (int tag = 0; tag < TAGS; tag++) {
                    scores[i][tag] = Math.exp(scores[i][tag] - highest);
                }
            }
            for (int i = 0; i < exp.length; i++) {
                exp[i] = Math.exp(transitions[i]);
            }
            expect(right, 1);
            expect(allowed, -1);
            update();
        }

        /** Adds the expectation of each tag and pair of tags under a mask, times a sign. */
        private void expect(int[] mask, double sign) {
            double[][] forward = new double[length][TAGS];
            double[][] backward = new double[length][TAGS];
            for (int i = 0; i < length; i++) {
                double total = 0;
                for (int rest = mask[i]; rest != 0; rest &= rest - 1) {
                    int tag = Integer.numberOfTrailingZeros(rest);
                    double sum = 0;
                    if (i == 0) {
                        sum = exp[tag];
                    } else {
                        for (int before = 0; before < TAGS; before++) {
                            if (forward[i - 1][before] != 0 && (Tags.after(before) >>> tag & 1) != 0) {
                                sum += forward[i - 1][before] * exp[before * TAGS + tag];
                            }
                        }
                    }
                    forward[i][tag] = sum * scores[i][tag];
                    total += forward[i][tag];
                }
                if (!(total > 0)) {
                    return;
                }
                for (int tag = 0; tag < TAGS; tag++) {
                    forward[i][tag] /= total;
                }
            }
            Arrays.fill(backward[length - 1], 1);
            for (int i = length - 1; i >= 0; i--) {
                double total = 0;
                for (int tag = 0; tag < TAGS; tag++) {
                    total += forward[i][tag] * backward[i][tag];
                }
                for (int tag = 0; tag < TAGS; tag++) {
                    gradient[i][tag] += sign * forward[i][tag] * backward[i][tag] / total;
                }
                if (i > 0) {
                    pairs(mask, forward, backward, i, sign);
                } else {
                    for (int tag = 0; tag < TAGS; tag++) {
                        between[tag] += sign * forward[0][tag] * backward[0][tag] / total;
                    }
                }
            }
        }

        private void pairs(int[] mask, double[][] forward, double[][] backward, int i, double sign) {
            double all = 0;
            double most = 0;
            for (int before = 0; before < TAGS; before++) {
                double sum = 0;
                for (int rest = mask[i] & Tags.after(before); rest != 0; rest &= rest - 1) {
                    int tag = Integer.numberOfTrailingZeros(rest);
                    sum += exp[before * TAGS + tag] * scores[i][tag] * backward[i][tag];
                }
                backward[i - 1][before] = sum;
                all += forward[i - 1][before] * sum;
                most = Math.max(most, sum);
            }
            for (int before = 0; before < TAGS; before++) {
                if (forward[i - 1][before] == 0) {
                    continue;
                }
                for (int rest = mask[i] & Tags.after(before); rest != 0; rest &= rest - 1) {
                    int tag = Integer.numberOfTrailingZeros(rest);
                    between[before * TAGS + tag] += sign
                            * forward[i - 1][before]
                            * exp[before * TAGS + tag]
                            * scores[i][tag]
                            * backward[i][tag]
                            / all;
                }
            }
            for (int before = 0; before < TAGS; before++) {
                backward[i - 1][before] /= most;
            }
        }

        private void update() {
            for (int i = 0; i < length; i++) {
                for (int tag = 0; tag < TAGS; tag++) {
                    float g = (float) gradient[i][tag];
                    if (Math.abs(g) < 1e-4f) {
                        continue;
                    }
                    for (int feature : features[i]) {
                        step(weights, squares, feature * TAGS + tag, g);
                    }
                }
            }
            for (int pair = 0; pair < between.length; pair++) {
                if (pair % TAGS != Tags.OUTSIDE && Math.abs(between[pair]) > 1e-4) {
                    step(transitions, transitionSquares, pair, (float) between[pair]);
                }
            }
        }
    }

    private void step(float[] values, float[] squares, int at, float gradient) {
        float g = gradient - settings.decay * values[at];
        squares[at] += g * g;
        values[at] += settings.rate * g / ((float) Math.sqrt(squares[at]) + EPSILON);
    }

    /** The fitted model, without the features that tell little: it is the faster for it. */
    TaggerModel model(String about) {
        int[] kept = new int[hashes.length];
        float[][] rows = new float[hashes.length][];
        int size = 0;
        for (int i = 0; i < hashes.length; i++) {
            float[] row = mean(sums, i);
            if (largest(row) >= LEAST_WEIGHT) {
                kept[size] = hashes[i];
                rows[size++] = row;
            }
        }
        float[][] between = new float[TAGS][];
        for (int from = 0; from < TAGS; from++) {
            between[from] = mean(transitionSums, from);
        }
        return TaggerModel.of(about, Arrays.copyOf(kept, size), Arrays.copyOf(rows, size), between);
    }

    private static float largest(float[] row) {
        float largest = 0;
        for (float weight : row) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    private float[] mean(float[] sums, int row) {
        float[] mean = new float[TAGS];
        for (int tag = 0; tag < TAGS; tag++) {
            mean[tag] = sums[row * TAGS + tag] / summed;
        }
        return mean;
    }
}
