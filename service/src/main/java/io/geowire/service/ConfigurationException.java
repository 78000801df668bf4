package io.geowire.service;

/** A setting that cannot be right. The message is one line that names the key, the value and what is allowed. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    /** Says that {@code key} holds {@code value} where only {@code allowed} would do. */
    public static ConfigurationException of(String key, Object value, String allowed) {
        return new ConfigurationException("%s: '%s' is not %s".formatted(key, value, allowed));
    }
}
