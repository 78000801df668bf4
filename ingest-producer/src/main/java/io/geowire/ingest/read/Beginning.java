package io.geowire.ingest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;

/** The beginning of a stream, up to 64 KiB, looked at before the stream is read. */
final class Beginning {
    private static final int MAX = 1 << 16;

    private final byte[] bytes;
    private final InputStream rest;

    private Beginning(byte[] bytes, InputStream rest) {
        this.bytes = bytes;
        this.rest = rest;
    }

    /**
     * Reads it, or as much of it as is there. If the stream breaks off already, that comes out only when {@link #whole} is
     * read as far.
     */
    static Beginning of(InputStream in) {
        byte[] bytes = new byte[MAX];
        int count = 0;
        try {
            int read = in.read(bytes, 0, MAX);
            while (read > 0) {
                count += read;
                read = count < MAX && in.available() > 0 ? in.read(bytes, count, MAX - count) : 0;
            }
            return new Beginning(Arrays.copyOf(bytes, count), in);
        } catch (IOException e) {
            return new Beginning(Arrays.copyOf(bytes, count), new BrokenStream(e));
        }
    }

    byte[] bytes() {
        return bytes;
    }

    /** All of the stream, once. */
    InputStream whole() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), rest);
    }

    private static final class BrokenStream extends InputStream {
        private final IOException cause;

        BrokenStream(IOException cause) {
            this.cause = cause;
        }

        @Override
        public int read() throws IOException {
            throw cause;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw cause;
        }
    }
}
