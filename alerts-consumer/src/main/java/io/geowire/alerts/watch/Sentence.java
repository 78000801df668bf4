package io.geowire.alerts.watch;

/**
 * A sentence of a text.
 *
 * @param start its offset in the text, in UTF-16 code units
 */
public record Sentence(int start, String text) {}
