package io.geowire.enrichment.training.related;

import io.geowire.enrichment.encoder.TextVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts vectors into clusters by direction: k-means with the cosine as likeness. It starts with vectors evenly spread over the list and
 * ends after a fixed number of rounds, so the same list gives the same clusters.
 *
 * <p>Source: I. Dhillon and D. Modha, "Concept decompositions for large sparse text data using clustering", 2001.
 */
final class Clusters {
    private static final int ROUNDS = 20;

    private Clusters() {}

    /** The middles of so many clusters; at most as many as there are vectors. */
    static List<TextVector> of(List<TextVector> vectors, int count) {
        List<TextVector> middles = new ArrayList<>();
        int clusters = Math.min(count, vectors.size());
        for (int i = 0; i < clusters; i++) {
            middles.add(vectors.get((int) ((long) i * vectors.size() / clusters)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            middles = middles(vectors, middles);
        }
        return middles;
    }

    private static List<TextVector> middles(List<TextVector> vectors, List<TextVector> before) {
        float[][] sums = new float[before.size()][vectors.get(0).dimensions()];
        boolean[] filled = new boolean[before.size()];
        for (TextVector vector : vectors) {
            int nearest = nearest(vector, before);
            filled[nearest] = true;
            for (int i = 0; i < sums[nearest].length; i++) {
                sums[nearest][i] += (float) vector.component(i);
            }
        }
        List<TextVector> middles = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            middles.add(filled[i] ? TextVector.of(sums[i]) : before.get(i));
        }
        return middles;
    }

    private static int nearest(TextVector vector, List<TextVector> middles) {
        double[] cosines = middles.stream().mapToDouble(vector::cosine).toArray();
        double best = Arrays.stream(cosines).max().orElse(0);
        int nearest = 0;
        while (cosines[nearest] < best) {
            nearest++;
        }
        return nearest;
    }
}
