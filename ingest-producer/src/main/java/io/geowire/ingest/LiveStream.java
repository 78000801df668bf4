package io.geowire.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;

/**
 * Standard input, behind which somebody may still be writing: tells when nothing has come for a while, before it waits for
 * more. Belongs to the process, so closing this leaves it open.
 */
final class LiveStream extends FilterInputStream {
    private static final long POLL_MS = 10;

    private final Duration patience;
    private final Runnable whenIdle;

    /**
     * @param patience how long nothing must come
     * @param whenIdle called by the thread that reads
     */
    LiveStream(InputStream in, Duration patience, Runnable whenIdle) {
        super(in);
        this.patience = patience;
        this.whenIdle = whenIdle;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (available() == 0) {
            whenIdle.run();
        }
        return in.read(target, offset, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Waits for the first byte, as long as its patience lasts. */
    @Override
    public int available() throws IOException {
        int available = in.available();
        for (long waited = 0; available == 0 && waited < patience.toMillis(); waited += POLL_MS) {
            try {
                Thread.sleep(POLL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for input");
            }
            available = in.available();
        }
        return available;
    }

    @Override
    public void close() {
        // Standard input is the process's, not this run's.
    }
}
