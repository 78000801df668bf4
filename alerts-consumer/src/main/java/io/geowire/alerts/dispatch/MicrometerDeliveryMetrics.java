package io.geowire.alerts.dispatch;

import dev.failsafe.CircuitBreaker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@link DeliveryMetrics} as meters below {@code geowire.delivery}, with the receiver's name as a tag. */
final class MicrometerDeliveryMetrics implements DeliveryMetrics {
    private static final double MILLIS = 1_000.0;

    /** As many as tell apart what is normal, what is slow and what waited for a receiver to come back. */
    private static final Duration[] LATENCIES = Stream.of(
                    50L, 100L, 250L, 500L, 1_000L, 2_500L, 5_000L, 10_000L, 30_000L, 60_000L, 600_000L, 3_600_000L)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final List<String> OUTCOMES = List.of("delivered", "retry", "refused", "gone");

    private final MeterRegistry meters;
    private final String receiver;
    private final Timer latency;
    private final Counter delivered;
    private final Counter parked;

    private volatile long lag;
    private volatile double oldestAge;
    private volatile CircuitBreaker.State circuit = CircuitBreaker.State.CLOSED;
    private volatile boolean disabled;

    MicrometerDeliveryMetrics(MeterRegistry meters, String receiver) {
        this.meters = meters;
        this.receiver = receiver;
        latency = Timer.builder("geowire.delivery.latency")
                .description("From the arrival of an alert in its topic to its acceptance by the receiver")
                .tag("receiver", receiver)
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
        delivered = deliveries("delivered");
        parked = deliveries("parked");
        // Shown from the start, so that the first of its kind is seen as one more.
        OUTCOMES.forEach(this::attempts);
        gauge("geowire.delivery.lag", "Records that are not finished", () -> lag);
        gauge("geowire.delivery.oldest.age", "Age of the oldest open alert, in seconds", () -> oldestAge);
        gauge("geowire.delivery.circuit", "0 closed, 1 half open, 2 open", () -> number(circuit));
        gauge("geowire.delivery.disabled", "1 if the receiver answered that it is gone", () -> disabled ? 1 : 0);
    }

    private Counter deliveries(String outcome) {
        return Counter.builder("geowire.delivery.deliveries")
                .description("Alerts that are done with")
                .tag("receiver", receiver)
                .tag("outcome", outcome)
                .register(meters);
    }

    private void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value)
                .description(description)
                .tag("receiver", receiver)
                .register(meters);
    }

    private static int number(CircuitBreaker.State state) {
        return switch (state) {
            case CLOSED -> 0;
            case HALF_OPEN -> 1;
            case OPEN -> 2;
        };
    }

    @Override
    public void attempted(String outcome, long nanos) {
        attempts(outcome).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer attempts(String outcome) {
        return Timer.builder("geowire.delivery.attempts")
                .description("Requests, and how long each took")
                .tag("receiver", receiver)
                .tag("outcome", outcome)
                .serviceLevelObjectives(LATENCIES)
                .register(meters);
    }

    @Override
    public void delivered(long millis) {
        delivered.increment();
        latency.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    @Override
    public void parked() {
        parked.increment();
    }

    @Override
    public void state(long lagNow, long oldestMillis, CircuitBreaker.State circuitNow, boolean disabledNow) {
        lag = lagNow;
        oldestAge = oldestMillis / MILLIS;
        circuit = circuitNow;
        disabled = disabledNow;
    }
}
