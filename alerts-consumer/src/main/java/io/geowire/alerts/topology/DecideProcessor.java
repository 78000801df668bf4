package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.events.Alert;
import io.geowire.service.streams.AgeQueue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** By watch id, an article's match in; out, by alert key, an alert that is raised or updated, or nothing. */
final class DecideProcessor extends ContextualProcessor<String, Alert, String, Alert> {
    private final Limits limits;
    private final AlertsMetrics metrics;
    private AlertBook book;
    private AgeQueue ages;
    private AlertDesk desk;

    DecideProcessor(Limits limits, AlertsMetrics metrics) {
        this.limits = limits;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Alert> context) {
        super.init(context);
        ages = new AgeQueue(context.getStateStore(Names.MEMBER_AGES), limits.retention(), limits.slack(), limits.max());
        book = new AlertBook(
                Table.inStore(context.getStateStore(Names.MEMBERS)),
                Table.inStore(context.getStateStore(Names.TALLIES)),
                Table.inStore(context.getStateStore(Names.RAISED)),
                (member, eventTime) -> ages.add(eventTime, member.getBytes(StandardCharsets.UTF_8)));
        desk = new AlertDesk(book, metrics);
    }

    @Override
    public void process(Record<String, Alert> record) {
        desk.decide(record.value(), Instant.ofEpochMilli(record.timestamp()))
                .ifPresent(alert -> context()
                        .forward(record.withKey(AlertBook.key(alert.getWatchId(), alert.getStoryId()))
                                .withValue(alert)));
        ages.expire((time, member) -> book.drop(new String(member, StandardCharsets.UTF_8)));
    }
}
