package io.geowire.enrichment.training.topic;

import io.geowire.enrichment.evaluation.TopicEvaluation;
import io.geowire.enrichment.topic.SparseVector;
import io.geowire.enrichment.topic.TopicFeatures;
import io.geowire.enrichment.topic.TopicModel;
import io.geowire.enrichment.topic.TopicModel.Linear;
import io.geowire.enrichment.training.LogisticRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fits a {@link TopicModel}: a logistic regression for each topic against all else, and one for "none". Thresholds are chosen by
 * leaving out each fold in turn.
 */
final class TopicTrainer {
    /** Weight of an example against the penalty; from 2 to 10 the figures are the same. */
    private static final double COST = 5;

    private static final int DIMENSIONS = 384;

    private final List<String> topics;
    private final int size;

    TopicTrainer(List<String> topics) {
        this.topics = List.copyOf(topics);
        this.size = TopicFeatures.count(topics.size(), DIMENSIONS);
    }

    /**
     * @param model fitted to all examples
     * @param leftOut how well models do on the fold that they were not fitted to
     */
    record Trained(TopicModel model, TopicEvaluation leftOut) {}

    Trained train(List<TopicExample> examples) {
        List<TopicExample> measured = examples.stream()
                .filter(example -> example.fold() != TopicExample.NEVER_LEFT_OUT)
                .toList();
        double[][] probabilities = leftOut(examples, measured);
        Thresholds thresholds = Thresholds.choose(topics, measured, probabilities);
        TopicModel model = new TopicModel(topics, DIMENSIONS, thresholds.mostNone(), outputs(examples, thresholds));
        return new Trained(model, thresholds.evaluate(topics, measured, probabilities));
    }

    /** For each measured example the probabilities of the topics and of none, by models that have not seen its fold. */
    private double[][] leftOut(List<TopicExample> examples, List<TopicExample> measured) {
        double[][] probabilities = new double[measured.size()][];
        int folds = 1 + measured.stream().mapToInt(TopicExample::fold).max().orElse(0);
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            List<Linear> outputs = outputs(
                    examples.stream().filter(example -> example.fold() != left).toList(),
                    Thresholds.even(topics.size()));
            for (int i = 0; i < probabilities.length; i++) {
                if (measured.get(i).fold() == fold) {
                    SparseVector features = measured.get(i).features();
                    probabilities[i] = outputs.stream()
                            .mapToDouble(output -> output.probability(features))
                            .toArray();
                }
            }
        }
        return probabilities;
    }

    private List<Linear> outputs(List<TopicExample> examples, Thresholds thresholds) {
        List<Linear> outputs = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            String topic = topics.get(i);
            outputs.add(linear(
                    examples,
                    example -> example.topics().contains(topic),
                    thresholds.ofTopics()[i]));
        }
        outputs.add(linear(examples, example -> example.topics().isEmpty(), thresholds.mostNone()));
        return outputs;
    }

    private Linear linear(List<TopicExample> examples, Predicate<TopicExample> positive, double threshold) {
        boolean[] signs = new boolean[examples.size()];
        IntStream.range(0, signs.length).forEach(i -> signs[i] = positive.test(examples.get(i)));
        List<SparseVector> vectors =
                examples.stream().map(TopicExample::features).toList();
        return quantised(new LogisticRegression(vectors, signs, size, COST).fit(), threshold);
    }

    /** With the weights of the buckets rounded to a byte each. */
    private Linear quantised(double[] weights, double threshold) {
        int first = size - TopicFeatures.BUCKETS;
        float[] dense = new float[first];
        for (int i = 0; i < first; i++) {
            dense[i] = (float) weights[i];
        }
        double largest = IntStream.range(first, size)
                .mapToDouble(i -> Math.abs(weights[i]))
                .max()
                .orElse(0);
        float scale = (float) (largest / Byte.MAX_VALUE);
        byte[] buckets = new byte[TopicFeatures.BUCKETS];
        for (int i = 0; i < buckets.length && scale > 0; i++) {
            buckets[i] = (byte) Math.round(weights[first + i] / scale);
        }
        return new Linear((float) threshold, (float) weights[size], dense, scale, buckets);
    }
}
