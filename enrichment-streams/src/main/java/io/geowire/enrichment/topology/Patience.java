package io.geowire.enrichment.topology;

/**
 * How long to wait for answers. Behind a backlog answers are late, not lost. What an article asks goes through one partition of
 * the rings or another, and each answers in order: so an answer is lost when every partition has answered what was asked later.
 * Where nothing at all is heard for the time-out, there is nobody to wait for either.
 */
final class Patience {
    private final long timeout;
    private final long[] answeredUntil;
    private long heardAt;

    /**
     * @param timeout in milliseconds
     * @param partitions of the rings
     * @param start wall clock, as all times here, in milliseconds since 1970
     */
    Patience(long timeout, int partitions, long start) {
        this.timeout = timeout;
        this.answeredUntil = new long[partitions];
        this.heardAt = start;
    }

    /**
     * An answer came.
     *
     * @param partition of the ring
     * @param asked when it was asked
     */
    void heard(int partition, long asked, long now) {
        answeredUntil[partition] = Math.max(answeredUntil[partition], asked);
        heardAt = now;
    }

    /** Who was asked then or before is given up. */
    long overdue(long now) {
        long latest = now - timeout;
        if (now - heardAt >= timeout) {
            return latest;
        }
        for (long until : answeredUntil) {
            latest = Math.min(latest, until - 1);
        }
        return latest;
    }
}
