package io.geowire.enrichment.evaluation;

/**
 * How decisions agree with labels.
 *
 * @param right found and labelled
 * @param spurious found, not labelled
 * @param missed labelled, not found
 */
public record Score(int right, int spurious, int missed) {
    public static final Score NONE = new Score(0, 0, 0);

    public Score plus(Score other) {
        return new Score(right + other.right, spurious + other.spurious, missed + other.missed);
    }

    public int labels() {
        return right + missed;
    }

    /** Share of what was found that is right; 1 if nothing was found. */
    public double precision() {
        return right + spurious == 0 ? 1 : (double) right / (right + spurious);
    }

    /** Share of the labels that were found; 1 if there are none. */
    public double recall() {
        return labels() == 0 ? 1 : (double) right / labels();
    }

    /** Harmonic mean of the two; 1 if there was nothing to find and nothing was. */
    public double f1() {
        int all = 2 * right + spurious + missed;
        return all == 0 ? 1 : 2.0 * right / all;
    }
}
