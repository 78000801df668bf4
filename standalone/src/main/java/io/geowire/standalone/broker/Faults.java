package io.geowire.standalone.broker;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.FaultHandlerException;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.fault.ProcessTerminatingFaultHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a fatal fault in the broker does. Kafka ends the process, which is right for a broker that runs: its data is safe
 * and nothing else can go on. A fault during the start fails the start instead, and one during the close is only logged.
 */
final class Faults implements FaultHandlerFactory {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private enum Phase {
        STARTING,
        RUNNING,
        CLOSING
    }

    private final Thread starter = Thread.currentThread();
    private final AtomicReference<Throwable> first = new AtomicReference<>();
    private volatile Phase phase = Phase.STARTING;

    void running() {
        phase = Phase.RUNNING;
    }

    void closing() {
        phase = Phase.CLOSING;
    }

    /** The fault that made the start fail. */
    Optional<Throwable> startFault() {
        return Optional.ofNullable(first.get());
    }

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        if (!fatal) {
            return unlessStartFailed(new LoggingFaultHandler(name, action));
        }
        FaultHandler ending =
                new ProcessTerminatingFaultHandler.Builder().setAction(action).build();
        return (message, cause) -> switch (phase) {
            case STARTING -> failStart(new FaultHandlerException(name + ": " + message, cause));
            case RUNNING -> ending.handleFault(message, cause);
            case CLOSING -> {
                log.warn("The broker's {} failed while closing: {}", name, message, cause);
                yield new FaultHandlerException(message, cause);
            }
        };
    }

    /** The first fatal fault says why the start failed; what follows from it is no news. */
    private FaultHandler unlessStartFailed(FaultHandler handler) {
        return (message, cause) ->
                first.get() == null ? handler.handleFault(message, cause) : new FaultHandlerException(message, cause);
    }

    private FaultHandlerException failStart(FaultHandlerException fault) {
        first.compareAndSet(null, fault);
        if (Thread.currentThread() != starter) {
            // It waits for something that will now never come.
            starter.interrupt();
        }
        return fault;
    }
}
