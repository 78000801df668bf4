package io.geowire.ingest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines at LF, CR or CRLF. Of a line beyond the limit only the beginning is kept. */
final class LineSplitter {
    private static final int BUFFER = 1 << 16;
    private static final int KEPT_OF_TOO_LONG = 1_000;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private long number;
    private boolean afterCarriageReturn;

    /** @param maxBytes that a line may have, its end aside */
    LineSplitter(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** A line as read. */
    static final class Line {
        private final long number;
        private final byte[] bytes;
        private final boolean tooLong;

        private Line(long number, byte[] bytes, boolean tooLong) {
            this.number = number;
            this.bytes = bytes;
            this.tooLong = tooLong;
        }

        /** From 1. */
        long number() {
            return number;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Whether the line went on beyond the limit. */
        boolean tooLong() {
            return tooLong;
        }

        boolean isBlank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t') {
                    return false;
                }
            }
            return true;
        }
    }

    /** How many lines were begun. */
    long number() {
        return number;
    }

    /** The next line, or null after the last one. */
    @Nullable
    Line next() throws IOException {
        if (!hasNext()) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean tooLong = false;
        while (position < limit || fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n' && buffer[end] != '\r') {
                end++;
            }
            int room = maxBytes - line.size();
            tooLong |= end - position > room;
            line.write(buffer, position, Math.min(end - position, Math.max(0, room)));
            position = end;
            if (end < limit) {
                afterCarriageReturn = buffer[position++] == '\r';
                break;
            }
        }
        byte[] bytes = line.toByteArray();
        return new Line(number, tooLong ? Arrays.copyOf(bytes, KEPT_OF_TOO_LONG) : bytes, tooLong);
    }

    private boolean hasNext() throws IOException {
        if (position == limit && !fill()) {
            return false;
        }
        if (afterCarriageReturn) {
            afterCarriageReturn = false;
            if (buffer[position] == '\n') {
                position++;
                return position < limit || fill();
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER));
        return limit > 0;
    }
}
