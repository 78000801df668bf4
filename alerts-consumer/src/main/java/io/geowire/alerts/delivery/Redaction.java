package io.geowire.alerts.delivery;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * How a receiver's address may be shown in logs, errors and dead letters: without user info, query and fragment, which may hold
 * credentials, and without path where the path is the credential.
 */
public final class Redaction {
    /** Stands for what is not shown. */
    public static final String HIDDEN = "***";

    /** What is shorter protects nothing, and occurs in any text. */
    private static final int MIN_SECRET = 5;

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
        List<String> secrets = new ArrayList<>();
        receiver.headers().values().forEach(header -> secrets.add(header.value()));
        if (receiver.url().getRawQuery() != null) {
            secrets.add(receiver.url().getRawQuery());
        }
        receiver.secrets().forEach(secret -> secrets.add(secret.written().value()));
        for (String secret : secrets) {
            if (secret.length() >= MIN_SECRET) {
                clean = clean.replace(secret, HIDDEN);
            }
        }
        return clean;
    }
}
