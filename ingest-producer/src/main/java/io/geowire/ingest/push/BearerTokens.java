package io.geowire.ingest.push;

import io.geowire.service.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The bearer tokens (RFC 6750) that may push; several, so that one can replace another. Never printed. */
final class BearerTokens {
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    /** Of one length, whatever the tokens': a comparison tells nothing by its time. */
    private final List<byte[]> digests;

    private BearerTokens(List<byte[]> digests) {
        this.digests = digests;
    }

    /**
     * Reads tokens, one a line. Blank lines and those that begin with {@code #} are passed over.
     *
     * @param origin named when they are wrong
     * @throws ConfigurationException if there is none, or one could not be sent in a header
     */
    static BearerTokens parse(String text, String origin) {
        List<String> tokens = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        if (tokens.isEmpty()) {
            throw new ConfigurationException(origin + ": holds no token");
        }
        if (!tokens.stream().allMatch(token -> TOKEN.matcher(token).matches())) {
            throw new ConfigurationException(
                    origin + ": holds a token with other characters than visible ASCII without spaces");
        }
        return new BearerTokens(tokens.stream().map(BearerTokens::digest).toList());
    }

    /** Whether this is one of them. Takes the same time whichever it is, and whether it is. */
    boolean hold(String token) {
        byte[] digest = digest(token);
        boolean found = false;
        for (byte[] known : digests) {
            found |= MessageDigest.isEqual(known, digest);
        }
        return found;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BearerTokens tokens && Arrays.deepEquals(digests.toArray(), tokens.digests.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(digests.toArray());
    }

    @Override
    public String toString() {
        return digests.size() + " tokens";
    }
}
