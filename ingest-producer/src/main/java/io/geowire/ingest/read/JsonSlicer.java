package io.geowire.ingest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Cuts single JSON values out of a stream by brackets and quotes alone. It does not check what is inside. */
final class JsonSlicer {
    enum End {
        COMPLETE,
        TOO_LARGE,
        CUT_SHORT
    }

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream value = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long line = 1;
    private boolean tooLarge;

    JsonSlicer(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** The value cut last; of one that is too large, the beginning. */
    byte[] bytes() {
        return value.toByteArray();
    }

    /** Passes over white space. Returns the next byte without taking it, -1 at the end. */
    int skipSpace() throws IOException {
        int c = peek();
        while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            take();
            c = peek();
        }
        return c;
    }

    /** Takes the next byte. */
    void take() throws IOException {
        if (peek() == '\n') {
            line++;
        }
        position++;
    }

    /** Cuts the value that begins here. */
    End slice() throws IOException {
        value.reset();
        tooLarge = false;
        boolean closed = switch (peek()) {
            case '{', '[' -> sliceBrackets();
            case '"' -> sliceString();
            default -> sliceWord();
        };
        if (tooLarge) {
            return End.TOO_LARGE;
        }
        return closed ? End.COMPLETE : End.CUT_SHORT;
    }

    private boolean sliceBrackets() throws IOException {
        int depth = 0;
        for (int c = peek(); c >= 0; c = peek()) {
            if (c == '"') {
                if (!sliceString()) {
                    return false;
                }
                continue;
            }
            keep(c);
            if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean sliceString() throws IOException {
        keep('"');
        boolean escaped = false;
        for (int c = peek(); c >= 0; c = peek()) {
            keep(c);
            if (!escaped && c == '"') {
                return true;
            }
            escaped = !escaped && c == '\\';
        }
        return false;
    }

    /** A number, a literal or garbage: up to white space or a mark of the top level. Takes one byte at least. */
    private boolean sliceWord() throws IOException {
        int c = peek();
        do {
            keep(c);
            c = peek();
        } while (c > ' ' && c != ',' && c != ']' && c != '{' && c != '[');
        return true;
    }

    private void keep(int c) throws IOException {
        take();
        if (value.size() < maxBytes) {
            value.write(c);
        } else {
            tooLarge = true;
        }
    }

    private int peek() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, BUFFER));
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position] & 0xFF;
    }
}
