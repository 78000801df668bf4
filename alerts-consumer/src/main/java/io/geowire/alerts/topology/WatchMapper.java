package io.geowire.alerts.topology;

import io.geowire.alerts.watch.Severity;
import io.geowire.alerts.watch.Watch;

/** Watches as this module knows them, to and from their contract. */
public final class WatchMapper {
    private WatchMapper() {}

    public static io.geowire.events.Watch toEvent(Watch watch) {
        return io.geowire.events.Watch.newBuilder()
                .setId(watch.id())
                .setName(watch.name())
                .setVersion(watch.version())
                .setSeverity(toEvent(watch.severity()))
                .setQuery(watch.query())
                .setCaseSensitive(watch.caseSensitive())
                .setEntities(watch.entities())
                .setTopics(watch.topics())
                .setMinSources(watch.minSources())
                .setReceivers(watch.receivers())
                .build();
    }

    static Watch toWatch(io.geowire.events.Watch event) {
        return new Watch(
                event.getId(),
                event.getName(),
                toSeverity(event.getSeverity()),
                event.getQuery(),
                event.getCaseSensitive(),
                event.getEntities(),
                event.getTopics(),
                event.getMinSources(),
                event.getReceivers());
    }

    static io.geowire.events.Severity toEvent(Severity severity) {
        return switch (severity) {
            case LOW -> io.geowire.events.Severity.LOW;
            case MEDIUM -> io.geowire.events.Severity.MEDIUM;
            case HIGH -> io.geowire.events.Severity.HIGH;
            case CRITICAL -> io.geowire.events.Severity.CRITICAL;
        };
    }

    /** A severity that only a later version knows is taken for the middle. */
    private static Severity toSeverity(io.geowire.events.Severity severity) {
        return switch (severity) {
            case LOW -> Severity.LOW;
            case MEDIUM, UNKNOWN -> Severity.MEDIUM;
            case HIGH -> Severity.HIGH;
            case CRITICAL -> Severity.CRITICAL;
        };
    }
}
