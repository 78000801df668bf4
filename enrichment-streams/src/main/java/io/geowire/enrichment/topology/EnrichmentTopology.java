package io.geowire.enrichment.topology;

import io.geowire.enrichment.related.PairScorer;
import io.geowire.enrichment.related.Ring;
import io.geowire.enrichment.state.Answer;
import io.geowire.enrichment.state.Count;
import io.geowire.enrichment.state.Fingerprint;
import io.geowire.enrichment.state.Gathering;
import io.geowire.enrichment.state.Question;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import io.geowire.service.streams.Arrival;
import io.geowire.service.streams.EventTimeExtractor;
import java.util.Map;
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

/**
 * The topology: {@code news.articles.v1} to {@code news.articles.enriched.v1}, by way of the rings of block keys. Articles and
 * answers meet in the same stores, so the repartition of the answers has as many partitions as the articles.
 */
public final class EnrichmentTopology implements Supplier<Topology> {
    /** Internal topic of the fingerprints on their way to their block keys, without the application id. */
    public static final String QUESTIONS_TOPIC = Names.BY_BLOCK + "-repartition";

    /** Internal topic of the answers, without the application id. It has as many partitions as {@code news.articles.v1}. */
    public static final String ANSWERS_TOPIC = Names.ANSWERS + "-repartition";

    private final Analyst analyst;
    private final Ring ring;
    private final Limits limits;
    private final int partitions;
    private final Map<String, ?> serdeConfig;
    private final EnrichmentMetrics metrics;

    /**
     * @param analyst what is done to each article by itself
     * @param scorer what is done to each pair
     * @param limits what bounds the state
     * @param partitions of {@code news.articles.v1}
     * @param serdeConfig registry and serde settings, by Confluent's keys
     * @param metrics what is counted
     */
    public EnrichmentTopology(
            Analyst analyst,
            PairScorer scorer,
            Limits limits,
            int partitions,
            Map<String, ?> serdeConfig,
            EnrichmentMetrics metrics) {
        this.analyst = analyst;
        this.ring = new Ring(scorer);
        this.limits = limits;
        this.partitions = partitions;
        this.serdeConfig = Map.copyOf(serdeConfig);
        this.metrics = metrics;
    }

    @Override
    public Topology get() {
        StreamsBuilder builder = new StreamsBuilder();
        addStores(builder);
        KStream<String, Step> steps = analyse(ingest(builder));
        KStream<String, Answer> answers = meet(questions(steps));
        egress(unasked(steps).merge(gather(answers), Named.as(Names.MERGE)));
        return builder.build();
    }

    private void addStores(StreamsBuilder builder) {
        builder.addStateStore(store(Names.ARTICLES, Serdes.String(), serde(EnrichedArticle.class)));
        // An article's state changes with each of its answers: the cache writes the last of a commit only.
        builder.addStateStore(
                store(Names.GATHERING, Serdes.String(), serde(Gathering.class)).withCachingEnabled());
        builder.addStateStore(
                store(Names.WAITING, Serdes.Bytes(), Serdes.ByteArray()).withCachingEnabled());
        builder.addStateStore(store(Names.ARTICLE_AGES, Serdes.Long(), Serdes.ByteArray()));
        builder.addStateStore(
                store(Names.SHARES, Serdes.String(), serde(Count.class)).withCachingEnabled());
        builder.addStateStore(store(Names.RING, Serdes.Bytes(), Serdes.ByteArray()));
        builder.addStateStore(store(Names.RING_AGES, Serdes.Long(), Serdes.ByteArray()));
    }

    private KStream<String, Article> ingest(StreamsBuilder builder) {
        return builder.stream(
                Topics.ARTICLES,
                Consumed.with(Serdes.String(), serde(Article.class))
                        .withTimestampExtractor(Arrival.marking(new EventTimeExtractor(
                                value -> value instanceof Article article ? article.getPublishedAt() : null)))
                        .withName(Names.INGEST_ARTICLES));
    }

    private KStream<String, Step> analyse(KStream<String, Article> articles) {
        return articles.process(
                () -> new AnalyseProcessor(analyst, limits, metrics),
                Named.as(Names.ANALYSE),
                Names.ARTICLES,
                Names.GATHERING,
                Names.WAITING,
                Names.ARTICLE_AGES,
                Names.SHARES);
    }

    private KStream<String, Question> questions(KStream<String, Step> steps) {
        return steps.flatMapValues(Step::asked, Named.as(Names.SELECT_QUESTIONS))
                .repartition(repartitioned(Names.BY_BLOCK, Question.class));
    }

    private KStream<String, Answer> meet(KStream<String, Question> questions) {
        Serde<Fingerprint> fingerprints = serde(Fingerprint.class);
        return questions
                .process(
                        () -> new RingProcessor(ring, fingerprints, limits, metrics),
                        Named.as(Names.MEET),
                        Names.RING,
                        Names.RING_AGES)
                .repartition(repartitioned(Names.ANSWERS, Answer.class));
    }

    private KStream<String, EnrichedArticle> gather(KStream<String, Answer> answers) {
        return answers.process(
                () -> new GatherProcessor(limits, partitions, metrics),
                Named.as(Names.GATHER),
                Names.ARTICLES,
                Names.GATHERING,
                Names.WAITING);
    }

    /** Articles without a block key have nobody to wait for. */
    private KStream<String, EnrichedArticle> unasked(KStream<String, Step> steps) {
        return steps.flatMapValues(Step::published, Named.as(Names.SELECT_UNASKED));
    }

    private void egress(KStream<String, EnrichedArticle> revisions) {
        revisions.to(
                Topics.ENRICHED,
                Produced.with(Serdes.String(), serde(EnrichedArticle.class)).withName(Names.EGRESS_ENRICHED));
    }

    private <V extends SpecificRecord> Repartitioned<String, V> repartitioned(String name, Class<V> type) {
        return Repartitioned.with(Serdes.String(), serde(type)).withName(name).withNumberOfPartitions(partitions);
    }

    private <V extends SpecificRecord> Serde<V> serde(Class<V> type) {
        return AvroSerdes.value(type, serdeConfig);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(String name, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }
}
