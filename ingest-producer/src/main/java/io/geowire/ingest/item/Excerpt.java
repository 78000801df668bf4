package io.geowire.ingest.item;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first bytes of a piece of input, for a dead letter: 100,000 at most. Immutable. */
public final class Excerpt {
    /** An excerpt of nothing. */
    public static final Excerpt NONE = new Excerpt(new byte[0]);

    private static final int MAX = 100_000;

    private final byte[] bytes;

    private Excerpt(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The bytes.
     *
     * @param bytes not to be changed any more
     */
    public static Excerpt of(byte[] bytes) {
        return new Excerpt(bytes.length <= MAX ? bytes : Arrays.copyOf(bytes, MAX));
    }

    /** The text in UTF-8. */
    public static Excerpt of(String text) {
        return of(text.substring(0, Math.min(text.length(), MAX)).getBytes(StandardCharsets.UTF_8));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Excerpt excerpt && Arrays.equals(bytes, excerpt.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Printable.quote(new String(bytes, StandardCharsets.UTF_8));
    }
}
