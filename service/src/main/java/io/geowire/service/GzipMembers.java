package io.geowire.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * Makes the stream that unpacks all members of a gzip file. Java's own asks {@code available()} whether a further member
 * follows, and takes "nothing at the moment" for the end, so that a file behind a pipe would be cut without a word.
 */
public final class GzipMembers {
    private static final int BUFFER = 1 << 16;

    private GzipMembers() {}

    /** @throws IOException if it does not begin as gzip does */
    public static InputStream unpack(InputStream compressed) throws IOException {
        return new Members(new UntilTheEnd(compressed));
    }

    /** Java's own calls itself for each further member: thousands of empty ones would take the stack with them. */
    private static final class Members extends GZIPInputStream {
        private boolean reading;

        Members(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (reading) {
                return 0; // Called by itself: the loop below goes on with the next member.
            }
            int read = 0;
            while (read == 0 && length > 0) {
                reading = true;
                try {
                    read = super.read(target, offset, length);
                } finally {
                    reading = false;
                }
            }
            return read;
        }
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
