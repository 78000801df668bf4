package io.geowire.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Says how many bytes are read. */
final class CountingStream extends FilterInputStream {
    private final LongConsumer counter;

    /** @param counter is told after each reading how many bytes came */
    CountingStream(InputStream in, LongConsumer counter) {
        super(in);
        this.counter = counter;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        counter.accept(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        counter.accept(Math.max(0, read));
        return read;
    }
}
