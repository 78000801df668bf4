package io.geowire.service;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets through the few meters of Kafka's clients that an operator looks at. Unfiltered, a process has some 6,000 time series, most of them
 * by thread, topic, partition and store, which grow with the partitions.
 *
 * <p>Only names that Kafka has for a client or thread as a whole: where it has a name by topic as well, the binder keeps that alone.
 * A process id in a value is taken out, so that a restart does not begin a new series. The tags themselves stay, since the
 * binder compares their number.
 */
final class KafkaMeterFilter implements MeterFilter {
    private static final String PREFIX = "kafka.";
    private static final Pattern PROCESS_ID =
            Pattern.compile("-?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> ALLOWED = Set.of(
            "kafka.stream.client.state",
            "kafka.stream.alive.stream.threads",
            "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.thread.state",
            "kafka.stream.thread.process.total",
            "kafka.stream.thread.process.ratio",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.process.latency.max",
            "kafka.stream.thread.poll.ratio",
            "kafka.stream.thread.punctuate.ratio",
            "kafka.stream.thread.commit.total",
            "kafka.stream.thread.commit.ratio",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.commit.latency.max",
            "kafka.stream.thread.blocked.time.ns.total",
            "kafka.stream.state.updater.restore.records.rate",
            "kafka.stream.state.updater.active.restoring.tasks",
            "kafka.stream.state.updater.standby.updating.tasks",
            "kafka.consumer.last.poll.seconds.ago",
            "kafka.consumer.time.between.poll.max",
            "kafka.consumer.incoming.byte.total",
            "kafka.consumer.fetch.manager.fetch.total",
            "kafka.consumer.fetch.manager.fetch.latency.avg",
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.coordinator.rebalance.latency.avg",
            "kafka.consumer.coordinator.rebalance.latency.max",
            "kafka.consumer.coordinator.last.rebalance.seconds.ago",
            "kafka.producer.outgoing.byte.total",
            "kafka.producer.request.latency.avg",
            "kafka.producer.request.latency.max",
            "kafka.producer.record.send.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.error.total",
            "kafka.producer.buffer.available.bytes",
            "kafka.producer.txn.commit.time.ns.total");

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        return !id.getName().startsWith(PREFIX) || ALLOWED.contains(id.getName())
                ? MeterFilterReply.NEUTRAL
                : MeterFilterReply.DENY;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(PREFIX)) {
            return id;
        }
        List<Tag> tags = id.getTags().stream()
                .map(tag ->
                        Tag.of(tag.getKey(), PROCESS_ID.matcher(tag.getValue()).replaceAll("")))
                .toList();
        return id.replaceTags(tags);
    }
}
