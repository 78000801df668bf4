package io.geowire.standalone.observability;

import io.geowire.ingest.IngestApp;
import io.geowire.ingest.IngestConfig;
import io.geowire.ingest.IngestListener;
import io.geowire.standalone.broker.DataFolder;
import io.geowire.standalone.pipeline.Pipeline;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The pipeline in this JVM, with the sample watches. */
final class RunningPipeline implements AutoCloseable {
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private final DataFolder folder = DataFolder.temporary();
    private final Pipeline pipeline = Pipeline.start(
            folder, new Pipeline.Files(HOME.resolve("seeds/watches.yaml"), null), new Pipeline.Ports(0, 0, 0));
    private final IngestApp ingest = new IngestApp(
            IngestConfig.from(pipeline.settings()), pipeline.metrics().registry(), IngestListener.NONE);

    RunningPipeline() {
        ingest.start();
    }

    /** Where metrics and alerts are served. */
    URI http() {
        return URI.create(pipeline.addresses().get("metrics")).resolve("/");
    }

    /** Reads the sample news in. */
    void ingestSeeds() {
        ingest.run(List.of(HOME.resolve("seeds").toString()));
    }

    /** The body of an answer that must be 200. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(http().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    /** Names of the meters that are Geowire's own or Kafka's. */
    Set<String> meters() {
        return pipeline.metrics().registry().getMeters().stream()
                .map(meter -> meter.getId().getName())
                .filter(name -> name.startsWith("geowire.") || name.startsWith("kafka."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        ingest.close();
        pipeline.close();
        folder.close();
    }
}
