package io.geowire.alerts.delivery.format;

/**
 * A stretch of a sentence.
 *
 * @param matched whether these are words that matched
 */
record Run(String text, boolean matched) {}
