package io.geowire.alerts.topology;

import io.geowire.alerts.AlertsMetrics;
import io.geowire.alerts.state.Member;
import io.geowire.alerts.state.Tally;
import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.streams.EventTimeExtractor;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The topology: {@code news.articles.enriched.v1} and {@code news.watches.v1} to {@code news.alerts.v1}. Matches are
 * repartitioned by watch, not by story, so that one task sees all stories of a watch and can tell that two are one.
 */
public final class AlertTopology implements Supplier<Topology> {
    /** Internal topic of the matches, without the application id. */
    public static final String MATCHES_TOPIC = Names.MATCHES + "-repartition";

    private final Limits limits;
    private final Map<String, ?> serdeConfig;
    private final AlertsMetrics metrics;
    private final AtomicLong watchChanges = new AtomicLong();

    /**
     * @param limits what bounds the state
     * @param serdeConfig registry and serde settings, by Confluent's keys
     * @param metrics what is counted
     */
    public AlertTopology(Limits limits, Map<String, ?> serdeConfig, AlertsMetrics metrics) {
        this.limits = limits;
        this.serdeConfig = Map.copyOf(serdeConfig);
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        addStores(builder);
        followWatches(builder);
        egress(decide(match(ingest(builder))));
        return builder.build();
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(store(Names.MEMBERS, Serdes.String(), serde(Member.class)));
        builder.addStateStore(store(Names.TALLIES, Serdes.String(), serde(Tally.class)));
        builder.addStateStore(store(Names.RAISED, Serdes.String(), serde(Alert.class)));
        builder.addStateStore(store(Names.MEMBER_AGES, Serdes.Long(), Serdes.ByteArray()));
    }

    /** In memory: it is read anew at each start, whatever the process that wrote it made of it. */
    private void followWatches(StreamsBuilder builder) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Names.WATCHES), Serdes.String(), Serdes.ByteArray()),
                Topics.WATCHES,
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName(Names.FOLLOW_WATCHES),
                () -> new WatchUpdater(watchChanges));
    }

    private KStream<String, EnrichedArticle> ingest(StreamsBuilder builder) {
        return builder.stream(
                Topics.ENRICHED,
                Consumed.with(Serdes.String(), serde(EnrichedArticle.class))
                        .withTimestampExtractor(new EventTimeExtractor(AlertTopology::publishedAt))
                        .withName(Names.INGEST_ENRICHED));
    }

    private KStream<String, Alert> match(KStream<String, EnrichedArticle> articles) {
        return articles.process(
                        () -> new MatchProcessor(
                                serde(io.geowire.events.Watch.class).deserializer(), watchChanges, metrics),
                        Named.as(Names.MATCH))
                .repartition(
                        Repartitioned.with(Serdes.String(), serde(Alert.class)).withName(Names.MATCHES));
    }

    private KStream<String, Alert> decide(KStream<String, Alert> matches) {
        return matches.process(
                () -> new DecideProcessor(limits, metrics),
                Named.as(Names.DECIDE),
                Names.MEMBERS,
                Names.TALLIES,
                Names.RAISED,
                Names.MEMBER_AGES);
    }

    private void egress(KStream<String, Alert> alerts) {
        alerts.to(
                Topics.ALERTS,
                Produced.with(Serdes.String(), serde(Alert.class)).withName(Names.EGRESS_ALERTS));
    }

    private <V extends SpecificRecord> Serde<V> serde(Class<V> type) {
        return AvroSerdes.value(type, serdeConfig);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }

    private static @Nullable Instant publishedAt(Object value) {
        return value instanceof EnrichedArticle enriched ? enriched.getArticle().getPublishedAt() : null;
    }
}
