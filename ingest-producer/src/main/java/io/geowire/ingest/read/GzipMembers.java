package io.geowire.ingest.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * Makes the stream that unpacks all members of a gzip file. Java's own asks {@code available()} whether a further member
 * follows, and takes "nothing at the moment" for the end, so that a file behind a pipe would be cut without a word.
 */
final class GzipMembers {
    private static final int BUFFER = 1 << 16;

    private GzipMembers() {}

    static InputStream unpack(InputStream compressed) throws IOException {
        return new GZIPInputStream(new UntilTheEnd(compressed), BUFFER);
    }

    /** Says that nothing is available only at the end. */
    private static final class UntilTheEnd extends PushbackInputStream {
        UntilTheEnd(InputStream in) {
            super(in, 1);
        }

        @Override
        public int available() throws IOException {
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }
}
