package io.geowire.ingest.read;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** JSON Lines: one object a line. Blank lines are passed over; a broken line does no harm to the next. */
final class JsonLinesReader implements ItemReader {
    private final int maxBytes;

    JsonLinesReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(String file, InputStream utf8, Consumer<ReadResult> sink) {
        LineSplitter lines = new LineSplitter(utf8, maxBytes);
        try {
            for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
                read(new Origin(file, line.number()), line, sink);
            }
        } catch (IOException e) {
            sink.accept(Faults.brokenOff(file, lines.number(), e));
        }
    }

    private void read(Origin origin, LineSplitter.Line line, Consumer<ReadResult> sink) {
        if (line.tooLong()) {
            sink.accept(new ReadResult.Fault(origin, Faults.tooLarge("a line", maxBytes), Excerpt.of(line.bytes())));
        } else if (!line.isBlank()) {
            sink.accept(JsonPiece.read(origin, line.bytes()));
        }
    }
}
