package io.geowire.enrichment.text;

/** The parts of a news text, in reading order. */
public enum TextField {
    TITLE,
    BODY
}
