package io.geowire.alerts.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a receiver understands. */
public enum Format {
    /** <a href="https://www.standardwebhooks.com/">Standard Webhooks</a> 1.0.0; always signed. */
    STANDARD_WEBHOOKS(RateLimit.perSecond(50), false),

    /** CloudEvents 1.0, structured JSON over HTTP. */
    CLOUDEVENTS(RateLimit.perSecond(50), false),

    /** Slack's incoming webhooks; they take one message a second. */
    SLACK(RateLimit.perSecond(1), true),

    /** An adaptive card for a Teams workflow; these take four requests a second. */
    TEAMS(RateLimit.perSecond(4), true),

    /** The v2 API of Prometheus' Alertmanager. */
    ALERTMANAGER(RateLimit.perSecond(50), false);

    private final RateLimit defaultRate;
    private final boolean secretUrl;

    Format(RateLimit defaultRate, boolean secretUrl) {
        this.defaultRate = defaultRate;
        this.secretUrl = secretUrl;
    }

    /** The rate of a receiver that names none. */
    public RateLimit defaultRate() {
        return defaultRate;
    }

    /** Whether who knows the URL may post to it, so that its path is a secret. */
    public boolean hasSecretUrl() {
        return secretUrl;
    }

    /** As written in {@code receivers.yaml}: {@code standard-webhooks}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format of a name as written in {@code receivers.yaml}. */
    static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Format::toString).toList();
    }
}
