package io.geowire.standalone.pipeline;

import io.geowire.events.DeadLetter;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.schemas.serde.AvroSerdes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Waits until all of a run's articles are through: each enriched or set aside, and nothing left under way. */
public final class Completion {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private final Pipeline pipeline;
    private final Map<String, Object> clients;

    public Completion(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.clients = pipeline.settings().clients();
    }

    /**
     * Waits.
     *
     * @param articleIds of the articles that were published
     * @param patience how long the pipeline may have nothing left to do while articles are still missing
     * @param progress told now and then how many articles are through
     * @return the reasons why articles were set aside, by article id
     * @throws IllegalStateException if articles are missing after that time
     */
    public Map<String, String> await(Set<String> articleIds, Duration patience, IntConsumer progress)
            throws InterruptedException {
        Set<String> missing = new HashSet<>(articleIds);
        Map<String, String> setAside = new HashMap<>();
        try (Admin admin = Admin.create(clients);
                Drain drain = new Drain(admin, clients, pipeline.steps());
                TopicTail<byte[]> enriched =
                        TopicTail.fromBeginning(clients, Topics.ENRICHED, new ByteArrayDeserializer());
                TopicTail<DeadLetter> letters = TopicTail.fromBeginning(
                        clients,
                        Topics.ENRICHMENT_DLQ,
                        AvroSerdes.value(DeadLetter.class, clients).deserializer())) {
            long idleSince = System.nanoTime();
            while (true) {
                pipeline.check();
                boolean idle = drain.isComplete();
                enriched.catchUp(record -> missing.remove(record.key()));
                letters.catchUp(record -> note(record, missing, setAside));
                progress.accept(articleIds.size() - missing.size());
                if (idle && missing.isEmpty()) {
                    return setAside;
                }
                if (!idle) {
                    idleSince = System.nanoTime();
                } else if (System.nanoTime() - idleSince > patience.toNanos()) {
                    throw new IllegalStateException(missing.size() + " articles did not come through");
                }
                Thread.sleep(PAUSE.toMillis());
            }
        }
    }

    private static void note(
            ConsumerRecord<String, DeadLetter> record, Set<String> missing, Map<String, String> setAside) {
        DeadLetter letter = record.value();
        if (Topics.ARTICLES.equals(letter.getTopic()) && letter.getKey() != null) {
            String id = StandardCharsets.UTF_8.decode(letter.getKey()).toString();
            if (missing.remove(id)) {
                setAside.put(id, letter.getReason());
            }
        }
    }
}
