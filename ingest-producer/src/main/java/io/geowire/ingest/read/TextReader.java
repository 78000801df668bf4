package io.geowire.ingest.read;

import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.text.TextItems;
import io.geowire.ingest.text.TextLine;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Plain text: articles and bare headlines. */
final class TextReader implements ItemReader {
    private final int maxBytes;

    TextReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void read(String file, InputStream utf8, Consumer<ReadResult> sink) {
        TextItems items = new TextItems(file, maxBytes, sink);
        LineSplitter lines = new LineSplitter(utf8, maxBytes);
        try {
            for (LineSplitter.Line line = lines.next(); line != null; line = lines.next()) {
                items.line(textLine(line));
            }
        } catch (IOException e) {
            // What is still open has no end: an article of which a part is missing is none.
            sink.accept(Faults.brokenOff(file, lines.number(), e));
            return;
        }
        items.end();
    }

    private TextLine textLine(LineSplitter.Line line) {
        String text = Utf8.decode(line.bytes());
        String fault = line.tooLong() ? Faults.tooLarge("a line", maxBytes) : Utf8.fault(line.bytes(), text);
        return new TextLine(line.number(), text, fault);
    }
}
