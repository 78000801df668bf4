package io.geowire.alerts.delivery;

import io.geowire.events.Alert;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who is told of alerts. Its {@link #toString()} shows no secret.
 *
 * @param name up to 64 lower-case letters, digits and hyphens
 * @param url absolute, http or https, without user info and fragment
 * @param secrets to sign with, the first being the newest; needed by {@link Format#STANDARD_WEBHOOKS}
 * @param headers to send along; any value may be a secret
 * @param timeout of the whole exchange, 1 to 60 seconds
 * @param filter of which alerts it is told
 * @param allowHttp whether the URL may be http
 * @param allowPrivate whether the host may have a private, loopback or link-local address
 * @param giveUpAfter how old an alert becomes, in vain, before it is set aside; more than zero
 */
public record Receiver(
        String name,
        URI url,
        Format format,
        List<SigningSecret> secrets,
        Map<String, Secret> headers,
        Duration timeout,
        RateLimit rate,
        Filter filter,
        boolean allowHttp,
        boolean allowPrivate,
        Duration giveUpAfter) {
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(20);
    public static final Duration DEFAULT_GIVE_UP_AFTER = Duration.ofDays(6);

    static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    static final Duration MAX_TIMEOUT = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public Receiver {
        require(isName(name), "'" + name + "' is no name");
        require(url.isAbsolute() && url.getHost() != null, "url is not absolute");
        require(url.getRawUserInfo() == null, "url has user info");
        require(allowHttp || "https".equalsIgnoreCase(url.getScheme()), "url is not https");
        require(format != Format.STANDARD_WEBHOOKS || !secrets.isEmpty(), "secrets is empty");
        require(timeout.compareTo(MIN_TIMEOUT) >= 0 && timeout.compareTo(MAX_TIMEOUT) <= 0, "timeout is " + timeout);
        require(!giveUpAfter.isNegative() && !giveUpAfter.isZero(), "giveUpAfter is " + giveUpAfter);
        secrets = List.copyOf(secrets);
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Whether a text can be the name of a receiver: up to 64 lower-case letters, digits and hyphens. */
    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * Whether it is told of an alert: the alert's watch names it or no one, the alert passes the filter, and it is not
     * old news that was read later.
     */
    public boolean wants(Alert alert) {
        return !alert.getBackfill()
                && (alert.getReceivers().isEmpty() || alert.getReceivers().contains(name))
                && filter.passes(alert);
    }

    @Override
    public String toString() {
        return "%s (%s, %s)".formatted(name, format, Redaction.address(this));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException("receiver: " + message);
        }
    }
}
