package io.geowire.standalone;

import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.schemas.catalogue.Topics;
import io.geowire.service.ServiceRunner;
import io.geowire.standalone.pipeline.TopicTail;
import io.geowire.standalone.report.JsonLines;
import io.geowire.standalone.report.RecordSink;
import io.geowire.standalone.report.Ticker;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the records of a topic as they come. */
@Command(
        name = "tail",
        description = {
            "Prints articles, enriched articles or alerts as they come, from now on, until Ctrl-C.",
            "Of a data folder, where nothing comes, it prints all that there is and ends."
        })
final class TailCommand implements Callable<Integer> {
    /** What to print. */
    enum Subject {
        ARTICLES(Topics.ARTICLES),
        ENRICHED(Topics.ENRICHED),
        ALERTS(Topics.ALERTS);

        private final String topic;

        Subject(String topic) {
            this.topic = topic;
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "articles|enriched|alerts",
            description = "As they were read, as they were enriched, or what was raised. Default: enriched.")
    private Subject subject = Subject.ENRICHED;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--from-start", description = "Begin with the oldest that the topic holds.")
    private boolean fromStart;

    @Option(names = "--json", description = "Print JSON Lines.")
    private boolean json;

    private final Progress progress = new Progress(System.err);

    @Override
    public Integer call() throws InterruptedException {
        boolean grows = kafka.target() instanceof KafkaOptions.Running;
        try (KafkaOptions.Session session = kafka.open()) {
            session.require(subject.topic);
            switch (subject) {
                case ARTICLES -> print(session, grows, Article.class, RecordSink::article);
                case ENRICHED -> print(session, grows, EnrichedArticle.class, RecordSink::enriched);
                case ALERTS -> print(session, grows, Alert.class, RecordSink::alert);
            }
            return ServiceRunner.OK;
        }
    }

    private <T extends SpecificRecord> void print(
            KafkaOptions.Session session, boolean grows, Class<T> type, BiConsumer<RecordSink, T> print) {
        PrintStream out = StandardOutput.open();
        RecordSink sink = json ? new JsonLines(out) : new Ticker(out, StandardOutput.isTerminal());
        RecordReader<T> reader = new RecordReader<>(type, session.clients(), progress);
        Consumer<ConsumerRecord<String, byte[]>> printed =
                record -> reader.read(record).ifPresent(value -> print.accept(sink, value));
        AtomicBoolean told = new AtomicBoolean();
        try (EndRequest end = EndRequest.on(() -> told.set(true));
                TopicTail<byte[]> tail = tail(session, grows)) {
            if (!grows) {
                tail.catchUp(printed);
            } else {
                progress.say(subject.topic + (fromStart ? "" : " from now on") + ", until Ctrl-C");
                while (!told.get()) {
                    tail.poll(printed);
                    flush(sink, out);
                }
            }
            flush(sink, out);
        }
    }

    private TopicTail<byte[]> tail(KafkaOptions.Session session, boolean grows) {
        return fromStart || !grows
                ? TopicTail.fromBeginning(session.clients(), subject.topic, new ByteArrayDeserializer())
                : TopicTail.fromEnd(session.clients(), subject.topic, new ByteArrayDeserializer());
    }

    private static void flush(RecordSink sink, PrintStream out) {
        sink.end();
        if (out.checkError()) {
            throw new IllegalStateException("standard output takes no more");
        }
    }
}
