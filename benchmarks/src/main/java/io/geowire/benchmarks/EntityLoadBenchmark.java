package io.geowire.benchmarks;

import io.geowire.enrichment.entity.TableRecognizer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a fresh JVM takes to load model and tables, and how much heap they hold. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class EntityLoadBenchmark {

    /** What the loaded recogniser holds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        /** Heap after a full collection, in MB. */
        public long megabytes;
    }

    @Benchmark
    public TableRecognizer load() {
        return TableRecognizer.load();
    }

    @Benchmark
    public TableRecognizer loadAndCollect(Heap heap) {
        TableRecognizer recognizer = TableRecognizer.load();
        System.gc();
        heap.megabytes =
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
        return recognizer;
    }
}
