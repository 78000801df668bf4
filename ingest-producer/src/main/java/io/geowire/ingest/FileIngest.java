package io.geowire.ingest;

import io.geowire.events.Article;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.normalise.Arrival;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.normalise.Normaliser;
import io.geowire.ingest.publish.EventOrder;
import io.geowire.ingest.publish.Publisher;
import io.geowire.ingest.read.InputFiles;
import io.geowire.ingest.read.InputFiles.InputFile;
import io.geowire.ingest.read.InputReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run: finds the files, reads them one after the other, puts their articles in order and publishes them. */
final class FileIngest {
    private final InputReader reader;
    private final Publisher publisher;
    private final LanguageRule languages;
    private final EventOrder order;
    private final Tally tally;
    private final InputStream standardInput;
    private final Duration patience;
    private final Clock clock;
    private long bytes;
    private long bytesRead;

    /**
     * @param languages says which language each article is in
     * @param treatment says of each article what is sent, when it is its turn
     * @param patience after so long without more standard input, what has come is published
     */
    FileIngest(
            IngestConfig config,
            Publisher publisher,
            LanguageRule languages,
            UnaryOperator<Article> treatment,
            Tally tally,
            InputStream standardInput,
            Duration patience,
            Clock clock) {
        this.reader = new InputReader(config.maxItemBytes());
        this.publisher = publisher;
        this.languages = languages;
        this.order = new EventOrder(
                config.lookAheadArticles(),
                config.lookAheadChars(),
                (article, origin) -> publisher.publish(treatment.apply(article), origin));
        this.tally = tally;
        this.standardInput = standardInput;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Reads everything that the paths name.
     *
     * @throws org.apache.kafka.common.KafkaException if broker or registry fail
     */
    IngestReport run(List<String> paths) {
        List<InputFile> files = InputFiles.find(paths, this::pathResult);
        try {
            bytes = size(files);
            files.forEach(this::read);
            order.drain();
        } catch (CancellationException e) {
            // Told to end: what was sent is delivered below, the rest is left.
        }
        publisher.flush();
        return tally.report();
    }

    /** Of all files together, as they lie on disk; what cannot be asked counts for nothing. */
    private static long size(List<InputFile> files) {
        return files.stream()
                .flatMap(file -> file.path().stream())
                .mapToLong(path -> path.toFile().length())
                .sum();
    }

    private void publishHeld() {
        order.drain();
        publisher.flush();
    }

    private void pathResult(ReadResult result) {
        if (result instanceof ReadResult.Fault fault) {
            tally.unreadable(fault);
        } else if (result instanceof ReadResult.Note note) {
            tally.noted(note);
        }
    }

    private void read(InputFile file) {
        tally.begin(file.name());
        try (InputStream in = open(file)) {
            Instant modified = modified(file);
            reader.read(file.name(), file.format(), in, result -> take(result, file, modified));
            tally.end();
        } catch (IOException e) {
            refuse(new ReadResult.Fault(Origin.of(file.name()), "cannot be read: " + e.getMessage(), Excerpt.NONE));
        }
    }

    private InputStream open(InputFile file) throws IOException {
        if (file.path().isPresent()) {
            return new CountingStream(Files.newInputStream(file.path().get()), count -> bytesRead += count);
        }
        return new LiveStream(standardInput, patience, this::publishHeld);
    }

    /** Only what rests in a file was written at a time; a pipe has none. */
    private static @Nullable Instant modified(InputFile file) throws IOException {
        if (file.path().isEmpty() || !Files.isRegularFile(file.path().get())) {
            return null;
        }
        Path path = file.path().get();
        return Files.getLastModifiedTime(path).toInstant();
    }

    private void take(ReadResult result, InputFile file, @Nullable Instant modified) {
        if (result instanceof ReadResult.Item item) {
            normalise(item, new Arrival(file.baseName(), modified, clock.instant()));
        } else if (result instanceof ReadResult.Fault fault) {
            refuse(fault);
        } else if (result instanceof ReadResult.Skipped skipped) {
            tally.skipped(skipped);
        } else if (result instanceof ReadResult.Note note) {
            tally.noted(note);
        }
    }

    private void normalise(ReadResult.Item item, Arrival arrival) {
        try {
            Normaliser.Normalised normalised = languages.settle(Normaliser.normalise(item.item(), arrival));
            for (String warning : normalised.warnings()) {
                tally.noted(new ReadResult.Note(item.origin(), warning));
            }
            order.add(normalised.article(), item.origin());
            tally.progressed(bytesRead, bytes, order.size());
        } catch (ItemFaultException e) {
            refuse(new ReadResult.Fault(item.origin(), e.reason(), item.value()));
        }
    }

    private void refuse(ReadResult.Fault fault) {
        publisher.setAside(fault);
        tally.refused(fault);
    }
}
