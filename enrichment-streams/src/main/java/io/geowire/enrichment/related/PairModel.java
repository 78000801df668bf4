package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.TextVector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What was learnt from labelled stories: the weights of a pair's features, the least scores, and the middles of the clusters into
 * which news falls.
 *
 * <p>The file is text, UTF-8, of lines {@code key: value}; those that begin with # are comments. {@code licence}, {@code bias}, the
 * {@linkplain PairFeatures#NAMES features}, {@code same-event} and {@code related} stand once each; {@code cluster} stands for each
 * cluster, with the bytes of its middle in Base64.
 *
 * @param bias of the logistic function
 * @param weights of the features, in their order
 * @param sameEvent least score of reports of one event, from 0 to 1
 * @param related least score of stages of one matter, not above {@code sameEvent}
 * @param clusters middles of the clusters
 */
public record PairModel(
        double bias, List<Double> weights, double sameEvent, double related, List<TextVector> clusters) {
    /** Name of the file that ships. */
    public static final String SHIPPED = "related.model";

    private static final List<String> NUMBERS = List.of("bias", "same-event", "related");

    public PairModel {
        weights = List.copyOf(weights);
        clusters = List.copyOf(clusters);
        if (weights.size() != PairFeatures.NAMES.size()) {
            throw new IllegalArgumentException("weights for " + PairFeatures.NAMES + " wanted, not " + weights);
        }
        if (!(0 <= related && related <= sameEvent && sameEvent <= 1)) {
            throw new IllegalArgumentException(
                    "least scores must be 0 <= related <= same-event <= 1, not " + related + " and " + sameEvent);
        }
    }

    /** The model that comes with Geowire. */
    public static PairModel shipped() {
        InputStream in = Objects.requireNonNull(PairModel.class.getResourceAsStream(SHIPPED), SHIPPED);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(SHIPPED, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /**
     * Reads a model.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException at the first line that is wrong: {@code name:line: reason}
     */
    public static PairModel parse(String name, List<String> lines) {
        Map<String, String> values = new HashMap<>();
        List<TextVector> clusters = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            String key = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 2).strip();
            try {
                if (key.equals("cluster")) {
                    clusters.add(TextVector.of(Base64.getDecoder().decode(value)));
                } else {
                    check(key, value);
                    if (values.put(key, value) != null) {
                        throw new IllegalArgumentException("'" + key + "' is there already");
                    }
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ":" + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return of(name, values, clusters);
    }

    private static void check(String key, String value) {
        if (key.equals("licence")) {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("no licence");
            }
        } else if (!NUMBERS.contains(key) && !PairFeatures.NAMES.contains(key)) {
            throw new IllegalArgumentException("unknown key '" + key + "'");
        } else if (!value.matches("-?\\d{1,6}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException(key + " is no number: '" + value + "'");
        }
    }

    private static PairModel of(String name, Map<String, String> values, List<TextVector> clusters) {
        if (!values.containsKey("licence")) {
            throw new IllegalArgumentException(name + ": no licence");
        }
        try {
            return new PairModel(
                    number(values, "bias"),
                    PairFeatures.NAMES.stream()
                            .map(feature -> number(values, feature))
                            .toList(),
                    number(values, "same-event"),
                    number(values, "related"),
                    clusters);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static double number(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key);
        }
        return Double.parseDouble(value);
    }

    /** How likely a pair reports one event, from 0 to 1. */
    public double score(PairFeatures features) {
        double sum = bias;
        double[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i) * values[i];
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** The numbers of the clusters whose middles are nearest, the nearest first. */
    List<Integer> nearest(TextVector vector, int most) {
        if (!vector.hasDirection()) {
            return List.of();
        }
        double[] cosines = clusters.stream().mapToDouble(vector::cosine).toArray();
        return IntStream.range(0, cosines.length)
                .boxed()
                .sorted((one, other) -> Double.compare(cosines[other], cosines[one]))
                .limit(most)
                .toList();
    }
}
