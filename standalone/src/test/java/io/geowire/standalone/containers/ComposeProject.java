package io.geowire.standalone.containers;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The compose file, by the Compose plugin where there is one, else by docker-compose. Alerts go to a {@link HookReceiver} in a
 * container beside it.
 */
final class ComposeProject implements AutoCloseable {
    static final String PUSH_TOKEN = UUID.randomUUID().toString();

    private static final String HOOK = """
            services:
              hook:
                image: eclipse-temurin:17-jre
                init: true
                volumes: ["%s:/classes:ro"]
                command: [java, -cp, /classes, io.geowire.standalone.containers.HookReceiver]
            """;
    private static final String RECEIVERS = """
            receivers:
              - name: desk
                url: http://hook:9099/alerts
                format: cloudevents
                allowHttp: true
                allowPrivate: true
            """;
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private final String name = "geowire-it-" + ProcessHandle.current().pid();
    private final Path log;
    private final Path hook;
    private final List<String> compose;
    private final Map<String, String> variables = new HashMap<>();

    /** @param folder takes what compose prints */
    ComposeProject(Path folder) throws Exception {
        log = folder.resolve("compose.txt");
        compose = status(List.of("docker", "compose", "version")) == 0
                ? List.of("docker", "compose")
                : List.of("docker-compose");
        for (String variable :
                List.of("KAFKA_PORT", "REGISTRY_PORT", "INGEST_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")) {
            variables.put(variable, freePort());
        }
        variables.put("PUSH_TOKEN", PUSH_TOKEN);
        variables.put("CONFIG", config(folder.resolve("config")).toString());
        variables.put("RECEIVERS", "/etc/geowire/receivers.yaml");
        hook = Files.writeString(
                folder.resolve("hook.yml"), HOOK.formatted(HOME.resolve("standalone/target/test-classes")));
    }

    private static Path config(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.copy(HOME.resolve("seeds/watches.yaml"), folder.resolve("watches.yaml"));
        Files.writeString(folder.resolve("receivers.yaml"), RECEIVERS);
        return folder;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    /** Where a service listens on this machine, such as {@code 127.0.0.1:9092}. */
    String address(String variable) {
        return "127.0.0.1:" + variables.get(variable);
    }

    /** Runs a command of compose with the seeds; fails with all that compose printed. */
    void run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(compose);
        command.addAll(List.of("-p", name, "-f", "docker-compose.yml", "-f", hook.toString(), "--profile", "seeds"));
        command.addAll(List.of(arguments));
        if (status(command) != 0) {
            throw new AssertionError(command + " failed:\n" + Files.readString(log));
        }
    }

    private int status(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(variables);
        // docker-compose 1.29 builds through the engine: the other way needs another plugin.
        builder.environment().putAll(Map.of("COMPOSE_DOCKER_CLI_BUILD", "0", "DOCKER_BUILDKIT", "0"));
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1; // No such program.
        }
    }

    /** What the hook has been sent so far. */
    String delivered() throws Exception {
        long before = Files.size(log);
        run("logs", "--no-color", "hook");
        return Files.readString(log).substring(Math.toIntExact(before));
    }

    /** Removes all that it started, volumes too. */
    @Override
    public void close() throws Exception {
        run("down", "--volumes");
    }
}
