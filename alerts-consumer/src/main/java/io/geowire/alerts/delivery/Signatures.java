package io.geowire.alerts.delivery;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies deliveries by Standard Webhooks 1.0.0: HMAC-SHA256 over {@code id.timestamp.body}, one signature a secret, so
 * that a receiver can change its secret while alerts come in.
 */
public final class Signatures {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far the timestamp of a delivery may be from now. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * All headers of one attempt but the content type: those of the receiver, of the message, and the id, time and, if the receiver
     * has a secret, signature of the attempt. The last two groups prevail.
     */
    public static Map<String, String> headers(Receiver receiver, Message message, Instant attempt) {
        Map<String, String> headers = new LinkedHashMap<>();
        receiver.headers().forEach((name, value) -> headers.put(name, value.value()));
        headers.putAll(message.headers());
        String timestamp = String.valueOf(attempt.getEpochSecond());
        headers.put(ID, message.id());
        headers.put(TIMESTAMP, timestamp);
        if (!receiver.secrets().isEmpty()) {
            headers.put(SIGNATURE, sign(receiver.secrets(), message.id(), timestamp, message.body()));
        }
        return headers;
    }

    /** The value of {@value #SIGNATURE}: a signature of each secret, parted by spaces. */
    static String sign(List<SigningSecret> secrets, String id, String timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(secret, id, timestamp, body)))
                .collect(Collectors.joining(" "));
    }

    /**
     * What is wrong with a delivery; empty if one of its signatures is of one of the secrets and its time is near.
     *
     * @param id value of {@value #ID}, null if missing; likewise the next two
     */
    public static Optional<String> fault(
            List<SigningSecret> secrets,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signatures,
            byte[] body,
            Instant now) {
        if (id == null || timestamp == null || signatures == null) {
            String missing = id == null ? ID : timestamp == null ? TIMESTAMP : SIGNATURE;
            return Optional.of(missing + " is missing");
        }
        if (!timestamp.matches("[0-9]{1,12}")) {
            return Optional.of(TIMESTAMP + " is not a number of seconds");
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sent, now).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of(TIMESTAMP + " is more than " + TOLERANCE.toMinutes() + " minutes "
                    + (sent.isBefore(now) ? "ago" : "ahead"));
        }
        boolean valid = false;
        for (SigningSecret secret : secrets) {
            byte[] expected = (VERSION + Base64.getEncoder().encodeToString(mac(secret, id, timestamp, body)))
                    .getBytes(StandardCharsets.UTF_8);
            for (String signature : signatures.split(" ", -1)) {
                valid |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
            }
        }
        return valid ? Optional.empty() : Optional.of("no signature is of a secret known here");
    }

    private static byte[] mac(SigningSecret secret, String id, String timestamp, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(body.length + 100);
        signed.writeBytes((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
            return mac.doFinal(signed.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
