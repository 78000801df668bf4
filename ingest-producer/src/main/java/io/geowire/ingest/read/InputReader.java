package io.geowire.ingest.read;

import io.geowire.ingest.charset.Encoding;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.service.GzipMembers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads any input: tells compression, encoding and format by its beginning, then hands it to the reader of its format. */
public final class InputReader {
    private static final int EXCERPT = 1_000;

    private final int maxItemBytes;

    /** @param maxItemBytes that one item of the input may have */
    public InputReader(int maxItemBytes) {
        this.maxItemBytes = maxItemBytes;
    }

    /**
     * Reads to the end. Never throws for what the input holds, nor when it breaks off: that is a fault of the file.
     *
     * @param file name for origins
     * @param named format that the name tells, if any
     * @param in is not closed
     */
    public void read(String file, Optional<InputFormat> named, InputStream in, Consumer<ReadResult> sink) {
        try {
            Beginning beginning = Beginning.of(in);
            if (Signatures.isGzip(beginning.bytes())) {
                beginning = Beginning.of(GzipMembers.unpack(beginning.whole()));
            }
            readUncompressed(file, named, beginning, sink);
        } catch (IOException e) {
            sink.accept(Faults.brokenOff(file, 0, e));
        }
    }

    private void readUncompressed(
            String file, Optional<InputFormat> named, Beginning beginning, Consumer<ReadResult> sink)
            throws IOException {
        byte[] bytes = beginning.bytes();
        Optional<String> kind = Signatures.known(bytes);
        if (kind.isPresent()) {
            sink.accept(notText(file, kind.get(), bytes));
            return;
        }
        Encoding encoding = Encoding.of(bytes);
        int mark = encoding.markLength();
        String text = new String(bytes, mark, bytes.length - mark, encoding.charset());
        InputFormat format = format(named, text);
        if (Signatures.isBinary(text) || (format == InputFormat.TEXT && text.indexOf('\0') >= 0)) {
            sink.accept(notText(file, "a binary file (UTF-16 needs a byte order mark)", bytes));
            return;
        }
        if (format == InputFormat.TEXT && Signatures.isMarkup(text)) {
            sink.accept(notText(file, "XML or HTML", bytes));
            return;
        }
        if (encoding.guessed()) {
            String name = encoding.charset().name();
            sink.accept(new ReadResult.Note(Origin.of(file), "not UTF-8; read as " + name + ", which is a guess"));
        }
        InputStream whole = beginning.whole();
        whole.skipNBytes(mark);
        InputStream utf8 = encoding.charset().equals(StandardCharsets.UTF_8)
                ? whole
                : new TranscodingInputStream(whole, encoding.charset());
        reader(format).read(file, utf8, sink);
    }

    /** A {@code .json} file that holds JSON Lines is read as such: there a broken line does no harm to the next. */
    private static InputFormat format(Optional<InputFormat> named, String text) {
        if (named.isPresent() && named.get() != InputFormat.JSON) {
            return named.get();
        }
        InputFormat shown = InputFormat.ofContent(text);
        return named.isPresent() && shown == InputFormat.TEXT ? InputFormat.JSON : shown;
    }

    private ItemReader reader(InputFormat format) {
        return switch (format) {
            case TEXT -> new TextReader(maxItemBytes);
            case JSON_LINES -> new JsonLinesReader(maxItemBytes);
            case JSON -> new JsonReader(maxItemBytes);
        };
    }

    private static ReadResult.Fault notText(String file, String kind, byte[] beginning) {
        byte[] excerpt = Arrays.copyOf(beginning, Math.min(beginning.length, EXCERPT));
        return new ReadResult.Fault(
                Origin.of(file), "this is " + kind + ", not plain text or JSON", Excerpt.of(excerpt));
    }
}
