package io.geowire.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cuts a JSON text into its items before anything is parsed, so that an item which is broken inside does no harm to the others.
 * Stricter than reading a file: what stands between the items must be right.
 */
public final class JsonPieces {
    private final JsonSlicer slicer;
    private final Consumer<Piece> sink;

    private JsonPieces(JsonSlicer slicer, Consumer<Piece> sink) {
        this.slicer = slicer;
        this.sink = sink;
    }

    /** One value of the text. */
    public static final class Piece {
        private final byte[] bytes;
        private final boolean tooLarge;

        private Piece(byte[] bytes, boolean tooLarge) {
            this.bytes = bytes;
            this.tooLarge = tooLarge;
        }

        /** As they stand in the text; of a value that is too large, the beginning. */
        public byte[] bytes() {
            return bytes;
        }

        /** Whether it has more bytes than one item may have. */
        public boolean tooLarge() {
            return tooLarge;
        }
    }

    /**
     * Cuts one value, or the elements of an array.
     *
     * @param maxItemBytes that one item may have
     * @return what is wrong with the text as a whole, one line; the pieces up to there are worth nothing then
     */
    public static Optional<String> ofDocument(InputStream utf8, int maxItemBytes, Consumer<Piece> sink)
            throws IOException {
        return new JsonPieces(new JsonSlicer(utf8, maxItemBytes), sink).document();
    }

    /** Cuts JSON Lines: each line that is not blank is a piece. */
    public static void ofLines(InputStream utf8, int maxItemBytes, Consumer<Piece> sink) throws IOException {
        LineSplitter lines = new LineSplitter(utf8, maxItemBytes);
        for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                sink.accept(new Piece(line.bytes(), line.tooLong()));
            }
        }
    }

    private Optional<String> document() throws IOException {
        int c = slicer.skipSpace();
        if (c < 0) {
            return Optional.empty();
        }
        Optional<String> fault;
        if (c == '[') {
            slicer.take();
            fault = slicer.skipSpace() == ']' ? Optional.empty() : elements();
            if (fault.isEmpty()) {
                slicer.take();
            }
        } else {
            fault = piece();
        }
        if (fault.isPresent()) {
            return fault;
        }
        return slicer.skipSpace() < 0 ? Optional.empty() : Optional.of("broken JSON: there is text behind the value");
    }

    /** Up to the bracket that closes the array. */
    private Optional<String> elements() throws IOException {
        while (true) {
            Optional<String> fault = piece();
            if (fault.isPresent()) {
                return fault;
            }
            int c = slicer.skipSpace();
            if (c == ']') {
                return Optional.empty();
            }
            if (c < 0) {
                return Optional.of("broken JSON: the array is not closed");
            }
            if (c != ',') {
                return Optional.of("broken JSON: a comma is missing between two items");
            }
            slicer.take();
        }
    }

    private Optional<String> piece() throws IOException {
        int c = slicer.skipSpace();
        if (c < 0 || c == ',' || c == ']' || c == '}') {
            return Optional.of("broken JSON: a value is missing");
        }
        JsonSlicer.End end = slicer.slice();
        if (end == JsonSlicer.End.CUT_SHORT) {
            return Optional.of("broken JSON: it ends in the middle of a value");
        }
        sink.accept(new Piece(slicer.bytes(), end == JsonSlicer.End.TOO_LARGE));
        return Optional.empty();
    }
}
