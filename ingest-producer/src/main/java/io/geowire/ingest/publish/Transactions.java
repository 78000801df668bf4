package io.geowire.ingest.publish;

import io.geowire.events.Article;
import io.geowire.events.DeadLetter;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult.Fault;
import io.geowire.schemas.serde.MalformedRecordException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes articles together with what a source remembers of them, in one transaction: readers see both or neither, whenever the process
 * dies. One thread at a time.
 */
public final class Transactions implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final Records records;

    /** An article and where its item stands. */
    public record Entry(Article article, Origin origin) {}

    /**
     * What a transaction brought to the broker.
     *
     * @param published the broker has them
     * @param refused set aside; those given, and articles that are too large
     */
    public record Committed(List<Entry> published, List<Fault> refused) {
        public Committed {
            published = List.copyOf(published);
            refused = List.copyOf(refused);
        }
    }

    private record Sent(Entry entry, Future<RecordMetadata> answer) {}

    /**
     * Takes over from whoever had the producer's transactional id before, and ends what that left open.
     *
     * @param producer with a transactional id; closed with this
     * @param application id for dead letters
     * @throws KafkaException if the broker cannot be reached or refuses
     */
    public Transactions(
            Producer<String, byte[]> producer,
            Serializer<Article> articles,
            Serializer<DeadLetter> deadLetters,
            String application) {
        this.producer = producer;
        this.records = new Records(articles, deadLetters, application);
        producer.initTransactions();
    }

    /**
     * Publishes. An article that is too large for the broker is set aside instead.
     *
     * @param memory written last
     * @throws ProducerFencedException if another has taken over
     * @throws KafkaException if broker or registry fail; nothing has been published then, unless the answer to the commit was lost
     */
    public Committed commit(List<Entry> articles, List<Fault> faults, ProducerRecord<String, byte[]> memory) {
        List<Entry> rest = new ArrayList<>(articles);
        List<Fault> refused = new ArrayList<>(faults);
        while (!attempt(rest, refused, memory)) {
            // Fewer articles at each turn: the ones that stood in the way have been set aside.
        }
        return new Committed(rest, refused);
    }

    private boolean attempt(List<Entry> articles, List<Fault> refused, ProducerRecord<String, byte[]> memory) {
        producer.beginTransaction();
        try {
            List<Sent> sent = send(articles, refused);
            List<Future<RecordMetadata>> letters = new ArrayList<>();
            for (Fault fault : refused) {
                letters.add(producer.send(records.of(null, fault)));
            }
            letters.add(producer.send(memory));
            producer.flush();
            List<Fault> tooLarge = tooLarge(sent, articles);
            if (!tooLarge.isEmpty()) {
                producer.abortTransaction();
                refused.addAll(tooLarge);
                return false;
            }
            for (Future<RecordMetadata> letter : letters) {
                cause(letter);
            }
            producer.commitTransaction();
            return true;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw e;
        } catch (KafkaException e) {
            abort(e);
            throw e;
        }
    }

    /** Sends the articles. Those that do not fit the contract are taken out. */
    private List<Sent> send(List<Entry> articles, List<Fault> refused) {
        List<Sent> sent = new ArrayList<>();
        for (Iterator<Entry> each = articles.iterator(); each.hasNext(); ) {
            Entry entry = each.next();
            try {
                sent.add(new Sent(entry, producer.send(records.of(entry.article()))));
            } catch (MalformedRecordException e) {
                each.remove();
                refused.add(Records.refusal(entry.article(), entry.origin(), e));
            }
        }
        return sent;
    }

    private static List<Fault> tooLarge(List<Sent> sent, List<Entry> articles) {
        List<Fault> faults = new ArrayList<>();
        KafkaException other = null;
        for (Sent each : sent) {
            try {
                cause(each.answer());
            } catch (RecordTooLargeException e) {
                articles.remove(each.entry());
                faults.add(Records.refusal(each.entry().article(), each.entry().origin(), e));
            } catch (KafkaException e) {
                other = e;
            }
        }
        if (faults.isEmpty() && other != null) {
            throw other;
        }
        return faults;
    }

    private static void cause(Future<RecordMetadata> answer) {
        try {
            answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            cause.addSuppressed(e);
        }
    }

    /** Gives up what is not committed. */
    @Override
    public void close() {
        producer.close();
    }
}
