package io.geowire.standalone.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A {@code main} of the tests in a process of its own, which says a word when it is ready and runs until it is killed. */
record ChildProcess(Process process, BufferedReader out) implements AutoCloseable {
    static final String READY = "ready";

    /**
     * Starts it and returns when it is ready.
     *
     * @throws IOException if it says something else first; that is in the message
     */
    static ChildProcess start(Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dgeowire.log.libraries=error",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        ChildProcess child = new ChildProcess(process, process.inputReader());
        String first = child.out().readLine();
        if (!READY.equals(first)) {
            throw new IOException(main.getSimpleName() + " failed: " + first);
        }
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it without letting it do anything more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
