package io.geowire.enrichment.training.topic;

import io.geowire.enrichment.evaluation.TopicEvaluation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where labels begin.
 *
 * @param ofTopics the least probability of each topic
 * @param mostNone the greatest probability of "none" at which an item still gets labels
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Thresholds(double[] ofTopics, double mostNone) {
    /** False labels on items of no topic beyond this share are weighed against F1. */
    private static final double TOLERATED = 0.05;

    private static final double LEAST = 0.2;
    private static final double STEP = 0.025;
    private static final int STEPS = 17;

    static Thresholds even(int topics) {
        double[] all = new double[topics];
        Arrays.fill(all, 0.5);
        return new Thresholds(all, 0.5);
    }

    /**
     * Chooses the thresholds that are best for probabilities of examples not seen. That of a topic lies halfway between what is best for
     * it alone and what is best for all: a topic has too few examples to be believed.
     */
    static Thresholds choose(List<String> topics, List<TopicExample> examples, double[][] probabilities) {
        Thresholds best = even(topics.size());
        double highest = Double.NEGATIVE_INFINITY;
        for (double mostNone = 0.25; mostNone <= 0.96; mostNone += 0.05) {
            double common = LEAST;
            double commonF1 = -1;
            for (int step = 0; step < STEPS; step++) {
                double[] all = new double[topics.size()];
                Arrays.fill(all, LEAST + step * STEP);
                double f1 = new Thresholds(all, mostNone)
                        .evaluate(topics, examples, probabilities)
                        .micro()
                        .f1();
                if (f1 > commonF1) {
                    commonF1 = f1;
                    common = all[0];
                }
            }
            double[] each = new double[topics.size()];
            for (int k = 0; k < each.length; k++) {
                each[k] = (common + bestAlone(k, topics.get(k), examples, probabilities, mostNone)) / 2;
            }
            Thresholds candidate = new Thresholds(each, mostNone);
            TopicEvaluation evaluation = candidate.evaluate(topics, examples, probabilities);
            double value = (evaluation.micro().f1() + evaluation.macroF1()) / 2
                    - Math.max(0, evaluation.falseOnNone() - TOLERATED);
            if (value > highest) {
                highest = value;
                best = candidate;
            }
        }
        return best;
    }

    private static double bestAlone(
            int topic, String id, List<TopicExample> examples, double[][] probabilities, double mostNone) {
        double best = LEAST;
        double highest = -1;
        for (int step = 0; step < STEPS; step++) {
            double threshold = LEAST + step * STEP;
            int right = 0;
            int other = 0;
            for (int i = 0; i < probabilities.length; i++) {
                double[] of = probabilities[i];
                boolean found = of[topic] >= threshold && of[of.length - 1] <= mostNone;
                boolean labelled = examples.get(i).topics().contains(id);
                right += found && labelled ? 1 : 0;
                other += found != labelled ? 1 : 0;
            }
            double f1 = right == 0 ? 0 : 2.0 * right / (2 * right + other);
            if (f1 > highest) {
                highest = f1;
                best = threshold;
            }
        }
        return best;
    }

    /** How well these thresholds do. */
    TopicEvaluation evaluate(List<String> topics, List<TopicExample> examples, double[][] probabilities) {
        List<TopicEvaluation.Item> items = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            items.add(new TopicEvaluation.Item(examples.get(i).topics(), found(topics, probabilities[i])));
        }
        return TopicEvaluation.of(items);
    }

    private Set<String> found(List<String> topics, double[] probabilities) {
        Set<String> found = new HashSet<>();
        if (probabilities[topics.size()] <= mostNone) {
            for (int k = 0; k < ofTopics.length; k++) {
                if (probabilities[k] >= ofTopics[k]) {
                    found.add(topics.get(k));
                }
            }
        }
        return found;
    }
}
