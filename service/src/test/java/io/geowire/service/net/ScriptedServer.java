package io.geowire.service.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a loopback port that writes what it is told, bytes and all, to whoever sends it a request. */
final class ScriptedServer implements AutoCloseable {
    @FunctionalInterface
    private interface Script {
        void play(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Script script = (socket, out) -> {};
    private volatile String greeting = "";

    ScriptedServer() {
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    /** The beginnings of the requests that came, up to the empty line. */
    List<String> requests() {
        return requests;
    }

    int connections() {
        return connections.get();
    }

    /** Speaks first. */
    void greet(String greeting) {
        this.greeting = greeting;
    }

    void answer(String answer) {
        script = (socket, out) -> out.write(answer.getBytes(ISO_8859_1));
    }

    void answer(String head, byte[] body) {
        script = (socket, out) -> {
            out.write(head.getBytes(ISO_8859_1));
            out.write(body);
        };
    }

    void answerAndClose(String answer) {
        script = (socket, out) -> {
            out.write(answer.getBytes(ISO_8859_1));
            socket.close();
        };
    }

    void answerAndHang(String beginning) {
        script = (socket, out) -> {
            out.write(beginning.getBytes(ISO_8859_1));
            closed.await();
        };
    }

    void answerForEver(String beginning, String again) {
        answerForEver(beginning, again, Duration.ZERO);
    }

    void answerForEver(String beginning, String again, Duration pause) {
        script = (socket, out) -> {
            out.write(beginning.getBytes(ISO_8859_1));
            while (closed.getCount() > 0) {
                out.write(again.getBytes(ISO_8859_1));
                Thread.sleep(pause.toMillis());
            }
        };
    }

    void reset() {
        script = (socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        connections.incrementAndGet();
        try (socket) {
            socket.getOutputStream().write(greeting.getBytes(ISO_8859_1));
            while (true) {
                String request = head(socket.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.add(request);
                script.play(socket, socket.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // The client has gone, as some tests want.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        String text = head.toString(ISO_8859_1);
        int at = text.indexOf("Content-Length: ");
        if (at >= 0) {
            in.skipNBytes(Long.parseLong(text.substring(at + 16, text.indexOf('\r', at))));
        }
        return text;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }
}
