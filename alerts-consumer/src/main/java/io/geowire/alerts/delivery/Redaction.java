package io.geowire.alerts.delivery;

import java.net.URI;

/**
 * How a receiver's address may be shown in logs, errors and dead letters: without user info, query and fragment, which may hold
 * credentials, and without path where the path is the credential.
 */
public final class Redaction {
    /** Stands for what is not shown. */
    public static final String HIDDEN = "***";

    private Redaction() {}

    /** The URL of a receiver. */
    public static String address(Receiver receiver) {
        return address(receiver.url(), receiver.format().hasSecretUrl());
    }

    static String address(URI url, boolean secretPath) {
        String path = url.getRawPath();
        StringBuilder shown =
                new StringBuilder().append(url.getScheme()).append("://").append(url.getHost());
        if (url.getPort() >= 0) {
            shown.append(':').append(url.getPort());
        }
        if (path != null && !path.isEmpty()) {
            shown.append(secretPath ? "/" + HIDDEN : path);
        }
        return shown.append(url.getRawQuery() == null ? "" : "?" + HIDDEN).toString();
    }

    /**
     * A text that others wrote, such as the message of an exception or a response, without any secret of a receiver that it may
     * repeat.
     */
    public static String text(Receiver receiver, String text) {
        String clean = text.replace(receiver.url().toString(), address(receiver));
        String path = receiver.url().getRawPath();
        if (receiver.format().hasSecretUrl() && path != null && path.length() > 1) {
            clean = clean.replace(path, "/" + HIDDEN);
        }
        String query = receiver.url().getRawQuery();
        if (query != null && !query.isEmpty()) {
            clean = clean.replace(query, HIDDEN);
        }
        for (Secret header : receiver.headers().values()) {
            if (!header.value().isEmpty()) {
                clean = clean.replace(header.value(), HIDDEN);
            }
        }
        for (SigningSecret secret : receiver.secrets()) {
            clean = clean.replace(secret.written().value(), HIDDEN);
        }
        return clean;
    }
}
