package io.geowire.ingest.feed.poll;

import io.geowire.events.FeedHealth;
import io.geowire.events.FeedState;
import io.geowire.ingest.feed.Answer;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedUpdate;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.publish.Transactions;
import io.geowire.ingest.source.Source;
import io.geowire.ingest.source.SourceContext;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.ConfigurationException;
import io.geowire.service.net.OutboundHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the feeds of a list. Instances share the feeds: each polls those whose state lies in its partitions of {@code news.ingest.state.v1}, which
 * a consumer group deals out. Who takes a partition over ends what its owner before left open, reads the states and goes on.
 *
 * <p>One thread decides which feed is due; workers, one for each host asked at the same time, fetch and publish.
 */
public final class FeedSource implements Source {
    /** Consumer group in which the instances share the feeds. */
    public static final String GROUP = Shard.APPLICATION_ID;

    private static final Logger LOG = LoggerFactory.getLogger(FeedSource.class);
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration LOOK_AT_LIST = Duration.ofSeconds(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private final FeedsConfig config;
    private final SourceContext context;
    private final FeedListener listener;
    private final boolean once;
    private final OutboundHttp http = OutboundHttp.create();
    private final HostGate gate;
    private final FeedFetcher fetcher;
    private final FullText fullText;
    private final FeedMeters meters;
    private final ExecutorService workers;
    private final Thread loop = new Thread(this::run, "geowire-feeds");
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final CompletableFuture<Void> round = new CompletableFuture<>();
    private final Map<Integer, Shard> shards = new ConcurrentHashMap<>();

    /** Keys of the feeds under way. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /** Keys of the feeds polled since the start. */
    private final Set<String> polled = ConcurrentHashMap.newKeySet();

    private final Object reporting = new Object();
    private volatile Map<Integer, List<Feed>> feeds = Map.of();
    private volatile boolean closing;
    private volatile boolean joined;
    private @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private FileTime listed = FileTime.fromMillis(0);
    private Instant lookedAt = Instant.MIN;

    /**
     * Connects to nothing yet.
     *
     * @param once whether each feed is polled once, whatever its state says, and then no more
     */
    public FeedSource(FeedsConfig config, SourceContext context, FeedListener listener, boolean once) {
        this.config = config;
        this.context = context;
        this.listener = listener;
        this.once = once;
        gate = new HostGate(context.clock(), config.spacing());
        Web web = new Web(http);
        fetcher = new FeedFetcher(web, gate, context.clock());
        fullText = new FullText(web, gate, new Robots(web, context.clock()));
        meters = new FeedMeters(context.meters(), this::health);
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(config.hosts(), task -> {
            Thread thread = new Thread(task, "geowire-feed-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void start() {
        Map<String, Object> clients = new HashMap<>(context.clients());
        clients.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        clients.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        clients.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        clients.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        clients.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        consumer = new KafkaConsumer<>(clients, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        loop.start();
    }

    /** Completes when every feed has been polled once since the start; exceptionally if the source fails before. */
    public CompletionStage<Void> round() {
        return round.minimalCompletionStage();
    }

    private void run() {
        KafkaConsumer<byte[], byte[]> group = Objects.requireNonNull(consumer);
        try {
            int partitions = group.partitionsFor(Topics.INGEST_STATE).size();
            group.subscribe(List.of(Topics.INGEST_STATE), new Handover());
            while (!closing) {
                readList(partitions);
                group.poll(TICK);
                // The records are read elsewhere; only who owns which partition matters here.
                group.pause(group.assignment());
                for (TopicPartition partition : group.assignment()) {
                    shards.computeIfAbsent(partition.partition(), number -> Shard.open(number, context.clients()));
                    joined = true;
                }
                schedule();
            }
        } catch (WakeupException e) {
            LOG.debug("Told to end");
        } catch (InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (KafkaException | ConfigurationException e) {
            fail(e);
        } catch (Throwable e) {
            fail(e);
            throw e;
        } finally {
            shards.values().forEach(Shard::close);
            group.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        }
    }

    /** Reads the list at the start and when it has changed. A list with a fault does not replace one without. */
    private void readList(int partitions) {
        Instant now = context.clock().instant();
        if (lookedAt.plus(LOOK_AT_LIST).isAfter(now)) {
            return;
        }
        boolean first = lookedAt.equals(Instant.MIN);
        lookedAt = now;
        try {
            FileTime modified = Files.getLastModifiedTime(config.list());
            if (modified.equals(listed)) {
                return;
            }
            listed = modified;
            Map<Integer, List<Feed>> read = new HashMap<>();
            List<Feed> list = FeedFiles.load(config.list());
            for (Feed feed : list) {
                read.computeIfAbsent(FeedStates.partition(feed.key(), partitions), number -> new ArrayList<>())
                        .add(feed);
            }
            feeds = read;
            LOG.info("{} feeds in {}", list.size(), config.list());
        } catch (IOException | ConfigurationException e) {
            if (first) {
                throw new ConfigurationException("%s: %s".formatted(config.list(), e.getMessage()));
            }
            LOG.error("The list of feeds has changed and cannot be used, the one before holds: {}", e.getMessage());
        }
    }

    /** Begins what is due and may begin. Called again and again, and when a poll has ended: its host may be asked again then. */
    private synchronized void schedule() {
        if (closing) {
            return;
        }
        if (once && isRoundDone()) {
            round.complete(null);
            return;
        }
        Instant now = context.clock().instant();
        List<Due> due = new ArrayList<>();
        shards.forEach((number, shard) -> {
            for (Feed feed : feeds.getOrDefault(number, List.of())) {
                FeedState state = shard.state(feed);
                Instant next = state == null ? Instant.EPOCH : state.getNextPoll();
                if (!busy.contains(feed.key()) && (once ? !polled.contains(feed.key()) : !now.isBefore(next))) {
                    due.add(new Due(shard, feed, state, next));
                }
            }
        });
        due.sort(Comparator.comparing(Due::since));
        for (Due each : due) {
            if (busy.size() >= config.hosts()) {
                return;
            }
            if (gate.tryEnter(HostGate.host(FeedFetcher.address(each.feed, each.state)))) {
                busy.add(each.feed.key());
                workers.execute(() -> work(each));
            }
        }
    }

    private boolean isRoundDone() {
        return joined
                && busy.isEmpty()
                && feeds.values().stream().flatMap(List::stream).map(Feed::key).allMatch(polled::contains);
    }

    private record Due(Shard shard, Feed feed, @Nullable FeedState state, Instant since) {}

    private void work(Due due) {
        try {
            poll(due);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            LOG.info("Another instance has taken over the partition of {}", due.feed);
            due.shard.close();
            shards.values().remove(due.shard);
        } catch (InterruptException e) {
            LOG.debug("Told to end while {} was polled", due.feed);
        } catch (Throwable e) {
            fail(e);
        } finally {
            busy.remove(due.feed.key());
        }
        try {
            schedule();
        } catch (RejectedExecutionException e) {
            LOG.debug("Told to end");
        }
    }

    private void poll(Due due) {
        Instant start = context.clock().instant();
        Answer answer = fetch(due);
        if (closing) {
            return;
        }
        Instant now = context.clock().instant();
        FeedUpdate update = FeedUpdate.of(
                        due.feed,
                        due.state,
                        answer,
                        now,
                        item -> fullText.complete(due.feed, item),
                        context.languages())
                .marked(context.backfill());
        Optional<Transactions.Committed> committed = due.shard.commit(update);
        if (committed.isEmpty()) {
            return;
        }
        meters.polled(answer, Duration.between(start, now));
        synchronized (reporting) {
            report(due, update, committed.get());
        }
        polled.add(due.feed.key());
    }

    /** What goes wrong with one feed is its own affair, be it a fault of ours. */
    private Answer fetch(Due due) {
        try {
            return fetcher.fetch(due.feed, due.state);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("{} cannot be read because of a fault of Geowire", due.feed, e);
            return new Answer.Failed("a fault of Geowire: " + e.getClass().getSimpleName(), Duration.ZERO);
        }
    }

    private void report(Due due, FeedUpdate update, Transactions.Committed committed) {
        committed.published().forEach(entry -> {
            context.metrics().published(entry.article().getPublishedAtProvenance());
            listener.published(entry.article(), entry.origin());
        });
        for (ReadResult.Fault fault : committed.refused()) {
            context.metrics().refused();
            listener.refused(fault);
        }
        update.notes().forEach(listener::noted);
        FeedState state = update.state();
        FeedHealth before = due.state == null ? FeedHealth.UNKNOWN : due.state.getHealth();
        boolean bad = state.getHealth() == FeedHealth.FAILING || state.getHealth() == FeedHealth.GONE;
        if (bad && before != state.getHealth()) {
            LOG.warn("{}: {}", state.getUrl(), state.getReason());
        } else if (!bad && (before == FeedHealth.FAILING || before == FeedHealth.GONE)) {
            LOG.info("{}: well again", state.getUrl());
        }
        listener.polled(state);
    }

    private Map<FeedHealth, Long> health() {
        Map<FeedHealth, Long> counts = new EnumMap<>(FeedHealth.class);
        shards.forEach((number, shard) -> {
            for (Feed feed : feeds.getOrDefault(number, List.of())) {
                FeedState state = shard.state(feed);
                counts.merge(state == null ? FeedHealth.UNKNOWN : state.getHealth(), 1L, Long::sum);
            }
        });
        return counts;
    }

    private void fail(Throwable cause) {
        if (!closing) {
            failure.completeExceptionally(cause);
            round.completeExceptionally(cause);
            closing = true;
        }
    }

    @Override
    public CompletionStage<Void> failure() {
        return failure.minimalCompletionStage();
    }

    @Override
    public boolean live() {
        return !failure.isCompletedExceptionally();
    }

    @Override
    public boolean ready() {
        return live() && joined && !closing;
    }

    /** Ends the polls under way, waits for what is being committed and leaves the group, so that another instance may go on at once. */
    @Override
    public void close() {
        closing = true;
        http.close();
        KafkaConsumer<byte[], byte[]> group = consumer;
        if (group != null) {
            group.wakeup();
            try {
                loop.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workers.shutdownNow();
    }

    /** A partition is given back before another instance gets it: what is being committed is finished, the rest is dropped. */
    private final class Handover implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : new HashSet<>(partitions)) {
                Shard shard = shards.remove(partition.partition());
                if (shard != null) {
                    shard.close();
                }
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("This instance polls the feeds of partitions {}", partitions);
        }
    }
}
