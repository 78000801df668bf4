package io.geowire.alerts.dispatch;

import io.geowire.alerts.delivery.Message;
import io.geowire.alerts.delivery.Verdict;
import org.jspecify.annotations.Nullable;

/** Takes messages to one receiver. */
interface Courier {
    /** Makes one request and waits for the answer, or for the receiver's time-out. */
    Attempt attempt(Message message);

    /**
     * What came of it.
     *
     * @param status of the answer; null if none came
     * @param excerpt the first of the answer's body, without secrets; null if none came
     */
    record Attempt(
            Verdict verdict,
            @Nullable Integer status,
            @Nullable String excerpt) {}
}
