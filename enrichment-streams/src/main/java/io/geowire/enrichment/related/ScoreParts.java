package io.geowire.enrichment.related;

import java.util.Map;

/**
 * What a score is made of, by kind of feature. All but the last are log-odds, natural logarithm: their sum is the logit of the score
 * that a {@link PairModel} gives. What is above 0 speaks for the pair, what is below against it.
 *
 * @param bias of any pair, before anything is compared
 * @param meaning for how alike the vectors are
 * @param words for the terms that both contain
 * @param entities for the entities that both name
 * @param countries for the countries that both are about
 * @param time for the time between the two
 * @param resemblance how alike the wordings of copies are, from 0 to 1; 0 if they are no copies. Where it is higher than what the
 *     model gives, it is the score
 */
public record ScoreParts(
        float bias, float meaning, float words, float entities, float countries, float time, float resemblance) {
    /** Of which part each of the {@linkplain PairFeatures#NAMES features} is. */
    private static final Map<String, Part> PARTS = Map.of(
            "meaning", Part.MEANING,
            "terms", Part.WORDS,
            "title-terms", Part.WORDS,
            "entities", Part.ENTITIES,
            "named", Part.ENTITIES,
            "title-named", Part.ENTITIES,
            "countries", Part.COUNTRIES,
            "unplaced", Part.COUNTRIES,
            "distance", Part.TIME,
            "days", Part.TIME);

    /**
     * Takes a score apart.
     *
     * @param resemblance of copies, from 0 to 1; 0 if they are none
     * @throws IllegalStateException if a feature belongs to no part
     */
    static ScoreParts of(PairModel model, PairFeatures features, double resemblance) {
        double[] sums = new double[Part.values().length];
        double[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            sums[part(PairFeatures.NAMES.get(i)).ordinal()] += model.weights().get(i) * values[i];
        }
        return new ScoreParts(
                (float) model.bias(),
                (float) sums[Part.MEANING.ordinal()],
                (float) sums[Part.WORDS.ordinal()],
                (float) sums[Part.ENTITIES.ordinal()],
                (float) sums[Part.COUNTRIES.ordinal()],
                (float) sums[Part.TIME.ordinal()],
                (float) resemblance);
    }

    private static Part part(String feature) {
        Part part = PARTS.get(feature);
        if (part == null) {
            throw new IllegalStateException("the feature '" + feature + "' belongs to no part of the score");
        }
        return part;
    }

    private enum Part {
        MEANING,
        WORDS,
        ENTITIES,
        COUNTRIES,
        TIME
    }
}
