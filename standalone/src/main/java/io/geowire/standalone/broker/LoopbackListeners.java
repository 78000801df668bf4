package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's sockets, bound before the broker is configured.
 *
 * <p>The port a client is told must be known before the broker starts. Asking the system for a free port and binding it
 * later leaves a gap in which another process may take it; a socket that is bound once and handed over leaves none.
 */
final class LoopbackListeners implements ServerSocketFactory, AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String BROKER = "BROKER";
    static final String CONTROLLER = "CONTROLLER";

    private static final int BACKLOG = 50;

    private final Map<String, ServerSocketChannel> channels = new LinkedHashMap<>();

    /**
     * @param brokerPort the port for clients, 0 for any free one
     * @throws ConfigurationException when the port is taken or may not be used
     */
    static LoopbackListeners bind(int brokerPort) {
        LoopbackListeners listeners = new LoopbackListeners();
        try {
            listeners.bind(BROKER, brokerPort);
            listeners.bind(CONTROLLER, 0);
            return listeners;
        } catch (IOException e) {
            listeners.close();
            throw new ConfigurationException(
                    "the embedded broker cannot listen on %s:%d: %s".formatted(HOST, brokerPort, e.getMessage()));
        }
    }

    private void bind(String name, int port) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        channels.put(name, channel);
        channel.configureBlocking(false);
        channel.bind(new InetSocketAddress(InetAddress.getByName(HOST), port), BACKLOG);
    }

    int port(String listener) {
        return channel(listener).socket().getLocalPort();
    }

    String address(String listener) {
        return HOST + ":" + port(listener);
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listenerName, InetSocketAddress address, int backlog, int receiveBufferSize) {
        return channel(listenerName);
    }

    private ServerSocketChannel channel(String listener) {
        ServerSocketChannel channel = channels.get(listener);
        if (channel == null) {
            throw new IllegalArgumentException("No listener " + listener);
        }
        return channel;
    }

    /** Closes what a failed start left open; a running broker closes its sockets itself. */
    @Override
    public void close() {
        for (ServerSocketChannel channel : channels.values()) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
