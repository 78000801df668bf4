package io.geowire.enrichment.topology;

import java.time.Duration;

/**
 * What keeps the state bounded. The numbers are per task, which is per partition.
 *
 * @param articleRetention how long an article can be revised, in event time
 * @param ringSize most articles a ring compares an article with, within 72 h of it
 * @param slack an entry leaves only after so many later ones have come, however far event time has run ahead: partitions progress at
 *     different speed
 * @param maxArticles most articles kept
 * @param maxRingEntries most ring entries kept
 * @param answerTimeout how long an article waits for answers, wall clock
 */
public record Limits(
        Duration articleRetention,
        int ringSize,
        int slack,
        int maxArticles,
        int maxRingEntries,
        Duration answerTimeout) {}
