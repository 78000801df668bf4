package io.geowire.alerts.watch;

/** Where a text may be cut. */
public final class Characters {
    private Characters() {}

    /** The offset, or the one before it if it would part the two halves of a character outside the basic plane. */
    public static int boundary(String text, int at) {
        return at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1))
                ? at - 1
                : at;
    }
}
