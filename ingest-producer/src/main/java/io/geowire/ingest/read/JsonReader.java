package io.geowire.ingest.read;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * A JSON document: an object, or an array of objects, which is read one object at a time. Objects that follow each other
 * without an array are read as well.
 *
 * <p>The stream is cut at the brackets of its top level before anything is parsed, so that an object which is broken
 * inside, or too large, is one fault and the objects behind it are still read.
 */
final class JsonReader implements ItemReader {
    private final int maxBytes;

    JsonReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(String file, InputStream utf8, Consumer<ReadResult> sink) {
        JsonSlicer slicer = new JsonSlicer(utf8, maxBytes);
        try {
            read(file, slicer, sink);
        } catch (IOException e) {
            sink.accept(Faults.brokenOff(file, slicer.line(), e));
        }
    }

    private void read(String file, JsonSlicer slicer, Consumer<ReadResult> sink) throws IOException {
        int c = slicer.skipSpace();
        boolean array = c == '[';
        if (array) {
            slicer.take();
            c = slicer.skipSpace();
        }
        while (c >= 0 && !(array && c == ']')) {
            if (c == ',') {
                slicer.take();
            } else {
                sink.accept(slice(file, slicer));
            }
            c = slicer.skipSpace();
        }
        if (array) {
            end(file, slicer, c, sink);
        }
    }

    private ReadResult slice(String file, JsonSlicer slicer) throws IOException {
        Origin origin = new Origin(file, slicer.line());
        JsonSlicer.End end = slicer.slice();
        return switch (end) {
            case COMPLETE -> JsonPiece.read(origin, slicer.bytes());
            case TOO_LARGE ->
                new ReadResult.Fault(origin, Faults.tooLarge("an object", maxBytes), Excerpt.of(slicer.bytes()));
            case CUT_SHORT ->
                new ReadResult.Fault(
                        origin, "broken JSON: the file ends in the middle of a value", Excerpt.of(slicer.bytes()));
        };
    }

    private static void end(String file, JsonSlicer slicer, int c, Consumer<ReadResult> sink) throws IOException {
        if (c < 0) {
            Origin origin = new Origin(file, slicer.line());
            sink.accept(new ReadResult.Fault(origin, "broken JSON: the array is not closed", Excerpt.NONE));
            return;
        }
        slicer.take();
        if (slicer.skipSpace() >= 0) {
            Origin origin = new Origin(file, slicer.line());
            sink.accept(new ReadResult.Fault(origin, "broken JSON: text behind the array is not read", Excerpt.NONE));
        }
    }
}
