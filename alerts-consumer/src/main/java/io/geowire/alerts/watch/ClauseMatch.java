package io.geowire.alerts.watch;

/**
 * Words of an item that matched a part of a watch.
 *
 * @param text the words
 * @param clause the part of the watch, as written there
 * @param sentence the sentence around them
 */
public record ClauseMatch(Span span, String text, String clause, Sentence sentence) {}
