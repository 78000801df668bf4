package io.geowire.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line as a process of its own, with the classes under test. */
public final class GeowireProcess {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Process process;
    private final Path out;
    private final Path err;

    private GeowireProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** What a process that has ended left behind. */
    public record Result(int status, List<String> out, String err) {
        /** Its output as JSON, one object a line. */
        public List<JsonNode> json() {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out) {
                try {
                    lines.add(MAPPER.readTree(line));
                } catch (IOException e) {
                    throw new UncheckedIOException("not JSON: " + line, e);
                }
            }
            return lines;
        }

        /** Its lines of one type, {@code enriched} or {@code alert}. */
        public List<JsonNode> json(String type) {
            return json().stream()
                    .filter(line -> line.path("type").asText().equals(type))
                    .toList();
        }
    }

    /** Starts it. {@code folder} takes what it prints. */
    static GeowireProcess start(Path folder, String... arguments) throws IOException {
        return start(folder, Map.of(), arguments);
    }

    /** @param environment set beside what this process has */
    static GeowireProcess start(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx640m",
                "-Dgeowire.home=" + home(),
                "-cp",
                System.getProperty("java.class.path"),
                GeowireMain.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new GeowireProcess(builder.start(), out, err);
    }

    /** Runs it to its end. */
    public static Result run(Path folder, String... arguments) throws IOException, InterruptedException {
        return start(folder, arguments).await();
    }

    Result await() throws IOException, InterruptedException {
        int status = process.waitFor();
        try (Stream<String> lines = Files.lines(out, StandardCharsets.UTF_8)) {
            return new Result(status, lines.toList(), Files.readString(err, StandardCharsets.UTF_8));
        }
    }

    /** What it has said on standard error so far. */
    String said() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** What it has printed so far, whole lines only. */
    List<String> printed() throws IOException {
        String text = Files.readString(out, StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as {@code kill} does. */
    void terminate() {
        process.destroy();
    }

    private static Path home() {
        return Path.of("").toAbsolutePath().getParent();
    }
}
