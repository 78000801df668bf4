package io.geowire.ingest.feed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** SHA-256 over parts that may hold anything: each is preceded by its length. */
final class Hashes {
    private static final int ID_BYTES = 16;

    private Hashes() {}

    /** The first 8 bytes. */
    static long number(String... parts) {
        return ByteBuffer.wrap(digest(parts)).getLong();
    }

    /** 32 hexadecimal digits, the form of an article id. */
    static String id(String... parts) {
        return HexFormat.of().formatHex(Arrays.copyOf(digest(parts), ID_BYTES));
    }

    private static byte[] digest(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
