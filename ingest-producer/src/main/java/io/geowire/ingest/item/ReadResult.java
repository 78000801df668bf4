package io.geowire.ingest.item;

/** What a reader makes of a piece of its input. */
public sealed interface ReadResult {
    /** Where the piece begins, or where its fault lies. */
    Origin origin();

    /**
     * An item. Not yet checked further than its format needs.
     *
     * @param value the item as read, or its beginning
     */
    record Item(Origin origin, RawItem item, Excerpt value) implements ReadResult {}

    /**
     * A piece that is no item. The reader goes on behind it.
     *
     * @param reason one line, safe to print
     * @param value the piece as read, or its beginning
     */
    record Fault(Origin origin, String reason, Excerpt value) implements ReadResult {
        public Fault {
            reason = Printable.escape(reason);
        }

        /** {@code file:line: reason}. */
        @Override
        public String toString() {
            return origin + ": " + reason;
        }
    }

    /**
     * A sound item that is not to be published, or not to be read.
     *
     * @param reason one line, safe to print
     */
    record Skipped(Origin origin, String reason) implements ReadResult {
        public Skipped {
            reason = Printable.escape(reason);
        }

        /** {@code file:line: reason}. */
        @Override
        public String toString() {
            return origin + ": " + reason;
        }
    }

    /**
     * Something a user should know that took nothing away.
     *
     * @param text one line, safe to print
     */
    record Note(Origin origin, String text) implements ReadResult {
        public Note {
            text = Printable.escape(text);
        }

        /** {@code file:line: text}. */
        @Override
        public String toString() {
            return origin + ": " + text;
        }
    }
}
