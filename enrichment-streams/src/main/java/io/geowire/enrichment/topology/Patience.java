package io.geowire.enrichment.topology;

/**
 * How long to wait for answers. Behind a backlog answers are late, not lost: so an article is given up only when articles asked so
 * much later are complete already, or when nothing at all was heard for so long.
 */
final class Patience {
    private final long timeout;
    private long heardAt;
    private long completedSince;

    /**
     * @param timeout in milliseconds
     * @param start wall clock, as all times here, in milliseconds since 1970
     */
    Patience(long timeout, long start) {
        this.timeout = timeout;
        this.heardAt = start;
    }

    /** An answer came. */
    void heard(long now) {
        heardAt = now;
    }

    /** All answers came about an article asked at {@code since}. */
    void completed(long since) {
        completedSince = Math.max(completedSince, since);
    }

    /** Who was asked then or before is given up. */
    long overdue(long now) {
        return (now - heardAt >= timeout ? now : completedSince) - timeout;
    }
}
