package io.geowire.standalone.pipeline;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.standalone.report.ResultSink;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Hands over what came of some articles: the newest revision of each, and of each alert that they raised or added to. */
public final class Results {
    private final Map<String, Object> clients;

    /** @param clients what Kafka clients and the registry client are configured with */
    public Results(Map<String, Object> clients) {
        this.clients = Map.copyOf(clients);
    }

    /** Hands the results for the articles with these ids to {@code sink}. */
    public void handOver(Set<String> articleIds, ResultSink sink) {
        newest(Topics.ENRICHED, EnrichedArticle.class, enriched -> {
            if (articleIds.contains(enriched.getArticle().getId())) {
                sink.enriched(enriched);
            }
        });
        newest(Topics.ALERTS, Alert.class, alert -> {
            if (!Collections.disjoint(articleIds, alert.getArticleIds())) {
                sink.alert(alert);
            }
        });
        sink.end();
    }

    /**
     * Hands the results for these articles to {@code sink} and then each that comes, until the thread is interrupted.
     *
     * @param whenFollowing run as soon as nothing that comes can be missed
     */
    public void handOverAndFollow(Set<String> articleIds, ResultSink sink, Runnable whenFollowing) {
        // Opened first, so that nothing is missed in between.
        try (TopicTail<EnrichedArticle> enriched = tail(Topics.ENRICHED, EnrichedArticle.class);
                TopicTail<Alert> alerts = tail(Topics.ALERTS, Alert.class)) {
            whenFollowing.run();
            handOver(articleIds, sink);
            while (!Thread.currentThread().isInterrupted()) {
                enriched.poll(record -> sink.enriched(record.value()));
                alerts.poll(record -> sink.alert(record.value()));
                sink.end();
            }
        }
    }

    private <T extends SpecificRecord> TopicTail<T> tail(String topic, Class<T> type) {
        return TopicTail.fromEnd(clients, topic, values(type));
    }

    private <T extends SpecificRecord> void newest(String topic, Class<T> type, Consumer<T> sink) {
        Deserializer<T> values = values(type);
        NewestRecords.read(clients, topic, record -> sink.accept(values.deserialize(topic, record.value())));
    }

    private <T extends SpecificRecord> Deserializer<T> values(Class<T> type) {
        return AvroSerdes.value(type, clients).deserializer();
    }
}
