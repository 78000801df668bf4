package io.geowire.benchmarks;

import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Articles a second and thread in which entities are recognised. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class EntityBenchmark {
    private TableRecognizer recognizer;
    private List<NewsText> articles;
    private int next;

    @Setup
    public void load() throws IOException {
        recognizer = TableRecognizer.load();
        articles = Articles.of350Words();
    }

    /** An article of about 350 words. */
    @Benchmark
    public List<LinkedEntity> article() {
        return recognizer.recognize(articles.get(next++ % articles.size()));
    }

    /** A bare headline. */
    @Benchmark
    public List<LinkedEntity> headline() {
        return recognizer.recognize(
                NewsText.headline(articles.get(next++ % articles.size()).title()));
    }
}
