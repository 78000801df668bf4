package io.geowire.alerts.delivery;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * A key for HMAC-SHA256, written as Standard Webhooks has it: {@code whsec_} and 24 to 64 bytes in Base64. Its
 * {@link #toString()} does not show it.
 */
public final class SigningSecret {
    /** What every secret begins with. */
    public static final String PREFIX = "whsec_";

    /** What a secret has to be, for messages. */
    public static final String ALLOWED = "'" + PREFIX + "' and 24 to 64 bytes in Base64";

    private static final int MIN_BYTES = 24;
    private static final int MAX_BYTES = 64;

    private final byte[] key;

    private SigningSecret(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if it is none; the message does not quote it */
    public static SigningSecret of(String text) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalArgumentException("does not begin with '" + PREFIX + "'; a secret is " + ALLOWED);
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        } catch (IllegalArgumentException e) {
            // Its message quotes a character of the secret.
            throw new IllegalArgumentException("is not in Base64 after '" + PREFIX + "'; a secret is " + ALLOWED);
        }
        return of(key);
    }

    /** @throws IllegalArgumentException if the key is too short or too long */
    public static SigningSecret of(byte[] key) {
        if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
            throw new IllegalArgumentException("has " + key.length + " bytes; a secret is " + ALLOWED);
        }
        return new SigningSecret(key.clone());
    }

    byte[] key() {
        return key;
    }

    /** As it is written in an environment variable or a file: for the receiver's owner alone. */
    public Secret written() {
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SigningSecret secret && MessageDigest.isEqual(key, secret.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "***";
    }
}
