package io.geowire.alerts.dispatch;

import dev.failsafe.CircuitBreaker;

/** What is counted of the deliveries to one receiver. Called by one thread. */
public interface DeliveryMetrics {
    /** Counts nothing. */
    DeliveryMetrics NONE = new DeliveryMetrics() {};

    /**
     * A request was made.
     *
     * @param outcome {@code delivered}, {@code retry}, {@code refused} or {@code gone}
     * @param nanos how long it took
     */
    default void attempted(String outcome, long nanos) {}

    /**
     * The receiver has an alert.
     *
     * @param millis since it came into the topic
     */
    default void delivered(long millis) {}

    /** An alert was set aside. */
    default void parked() {}

    /**
     * How it stands.
     *
     * @param lag how many records of the topic are not finished
     * @param oldestMillis how long ago the oldest open alert came into the topic; 0 if there is none
     * @param circuit whether requests are made
     * @param disabled whether the receiver has said that it is gone
     */
    default void state(long lag, long oldestMillis, CircuitBreaker.State circuit, boolean disabled) {}
}
