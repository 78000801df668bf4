package io.geowire.enrichment.related;

/** How two articles belong together. */
public enum Relation {
    /** Both report one event. */
    SAME_EVENT,
    /** Stages of one matter. */
    DEVELOPING_STORY,
    /** Copies of one text, small edits included. */
    DUPLICATE;

    /** Whether articles of this relation are one story. */
    public boolean sameStory() {
        return this != DEVELOPING_STORY;
    }
}
