package io.geowire.alerts.topology;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the store of watches as their topic is. The values stay bytes: one that cannot be read must not end the thread that
 * all tasks depend on, and whoever reads the store says so.
 */
final class WatchUpdater implements Processor<String, byte[], Void, Void> {
    private final AtomicLong changes;
    private KeyValueStore<String, byte[]> watches;

    /** @param changes is counted up with each change, so that tasks know when to look again */
    WatchUpdater(AtomicLong changes) {
        this.changes = changes;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        watches = context.getStateStore(Names.WATCHES);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        watches.put(record.key(), record.value());
        changes.incrementAndGet();
    }
}
