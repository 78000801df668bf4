package io.geowire.alerts.dispatch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A receiver on a socket of its own, that answers each request as it is told. */
final class HookServer implements AutoCloseable {
    /** A request as it came; headers by name in lower case. */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Request(String path, Map<String, String> headers, byte[] body) {
        String id() {
            return headers.getOrDefault("webhook-id", "");
        }
    }

    /** Answers a request; the connection is closed after an exception. */
    interface Answer {
        void give(Socket socket) throws IOException;
    }

    static final Answer OK = status(200);

    private final ServerSocket listener;
    private final String scheme;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Function<Request, Answer> script = request -> OK;

    HookServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http");
    }

    HookServer(ServerSocket listener, String scheme) {
        this.listener = listener;
        this.scheme = scheme;
        daemon(this::accept);
    }

    /** What to answer from now on. */
    HookServer answering(Function<Request, Answer> each) {
        script = each;
        return this;
    }

    /** Answers the first requests with these, one each, and all others with 200. */
    HookServer answering(Answer... first) {
        return answering(request -> requests.size() <= first.length ? first[requests.size() - 1] : OK);
    }

    URI url(String host) {
        return URI.create("%s://%s:%d/hook".formatted(scheme, host, listener.getLocalPort()));
    }

    /** All requests so far, in order of arrival. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> ids() {
        return requests.stream().map(Request::id).toList();
    }

    /** A status, with headers as {@code Name: value}. */
    static Answer status(int status, String... headers) {
        return text(status, "", headers);
    }

    static Answer text(int status, String body, String... headers) {
        StringBuilder head =
                new StringBuilder("HTTP/1.1 %d Told\r\nContent-Length: %d\r\n".formatted(status, body.length()));
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return socket -> write(socket, head + "\r\n" + body);
    }

    /** Says nothing and waits until the other side has had enough. */
    static Answer hang() {
        return socket -> socket.getInputStream().read();
    }

    /** Stops in the middle of the body. */
    static Answer half() {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of i");
            socket.getInputStream().read();
        };
    }

    /** Closes in the middle of the body. */
    static Answer cutOff() {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of i");
            throw new IOException("cut off");
        };
    }

    /** Resets the connection. */
    static Answer reset() {
        return socket -> {
            socket.setSoLinger(true, 0);
            throw new IOException("reset");
        };
    }

    /** A byte now and then, for ever. */
    static Answer drip() {
        return socket -> {
            write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            socket.setSoTimeout(50);
            while (true) {
                write(socket, ".");
                try {
                    if (socket.getInputStream().read() < 0) {
                        throw new IOException("the other side has closed");
                    }
                } catch (SocketTimeoutException e) {
                    // The other side has sent nothing, as it should.
                }
            }
        };
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (true) {
                Request request = read(socket.getInputStream());
                Answer answer;
                synchronized (this) {
                    requests.add(request);
                    answer = script.apply(request);
                }
                answer.give(socket);
            }
        } catch (IOException e) {
            // The connection has ended.
        }
    }

    private static Request read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        String[] lines = head.toString(ISO_8859_1).split("\r\n", -1);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length - 2; i++) {
            int colon = lines[i].indexOf(':');
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Request(lines[0].split(" ", -1)[1], headers, body);
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "hook-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
