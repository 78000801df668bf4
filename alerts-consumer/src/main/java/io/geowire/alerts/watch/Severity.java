package io.geowire.alerts.watch;

/** How much an alert of a watch matters, least first. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
