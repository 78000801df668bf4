package io.geowire.alerts.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that are the same for the same input, also after a crash or a replay. */
public final class AlertId {
    private static final int BYTES = 16;

    private AlertId() {}

    /** The id of one revision of an alert, 32 hexadecimal digits. */
    public static String of(String watchId, String watchVersion, String storyId, int revision) {
        // No part can hold a line feed, so no two inputs are one text.
        String identity = String.join("\n", watchId, watchVersion, storyId, Integer.toString(revision));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
