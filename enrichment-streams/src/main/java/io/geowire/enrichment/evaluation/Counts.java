package io.geowire.enrichment.evaluation;

/**
 * How many are right, false and missed.
 *
 * @param right found, and labelled so
 * @param wrong found, but not labelled so
 * @param missed labelled so, but not found
 */
public record Counts(int right, int wrong, int missed) {
    /** Nothing counted. */
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    /** How many labels there are. */
    public int labels() {
        return right + missed;
    }

    /** Share of the found that is right, from 0 to 1; 1 if nothing was found. */
    public double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    /** Share of the labelled that was found, from 0 to 1; 1 if nothing is labelled. */
    public double recall() {
        return labels() == 0 ? 1 : (double) right / labels();
    }

    /** Harmonic mean of precision and recall, from 0 to 1; 1 if there was nothing to find and nothing was found. */
    public double f1() {
        int all = 2 * right + wrong + missed;
        return all == 0 ? 1 : 2.0 * right / all;
    }
}
