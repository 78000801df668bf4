package io.geowire.alerts.dispatch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one receiver stands in this process.
 *
 * @param receiver name
 * @param open how many records of the topic are not finished
 * @param parked how many alerts were set aside since the start
 * @param failure why the last attempt failed; null if it did not
 * @param disabled whether it has said that it is gone
 */
public record DeliveryStatus(
        String receiver, long open, long parked, @Nullable String failure, boolean disabled) {
    /** {@link #failure}, if there is one. */
    public Optional<String> lastFailure() {
        return Optional.ofNullable(failure);
    }
}
