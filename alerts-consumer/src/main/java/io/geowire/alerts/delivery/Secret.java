package io.geowire.alerts.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must not be seen: no message, log or dump shows it, for its {@link #toString()} does not. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The text itself: for who sends or signs, for no one else. */
    public String value() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
