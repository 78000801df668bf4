package io.geowire.standalone.broker;

import io.geowire.service.ConfigurationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The broker's sockets, bound before the broker is configured.
 *
 * <p>The port that clients are told must be known before the broker starts. Asking the system for a free port and
 * binding it later leaves a gap in which another process may take it; a socket that is bound once and handed over
 * leaves none.
 */
final class LoopbackListeners implements ServerSocketFactory, AutoCloseable {
    static final String CLIENTS = "CLIENTS";
    static final String CONTROLLER = "CONTROLLER";

    private static final String HOST = "127.0.0.1";
    private static final int BACKLOG = 50;

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;

    private LoopbackListeners(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
    }

    /**
     * @param port the port for clients, 0 for any free one
     * @throws ConfigurationException when the port is taken or may not be used
     */
    static LoopbackListeners bind(int port) {
        ServerSocketChannel clients = listen(port);
        try {
            return new LoopbackListeners(clients, listen(0));
        } catch (ConfigurationException e) {
            Utils.closeQuietly(clients, "broker socket");
            throw e;
        }
    }

    private static ServerSocketChannel listen(int port) {
        InetSocketAddress address = new InetSocketAddress(HOST, port);
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.configureBlocking(false);
                return channel.bind(address, BACKLOG);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "the embedded broker cannot listen on %s:%d: %s".formatted(HOST, port, e.getMessage()));
        }
    }

    /** Host and port of a listener. */
    String address(String listener) {
        return HOST + ":" + channel(listener).socket().getLocalPort();
    }

    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferSize) {
        return channel(listener);
    }

    private ServerSocketChannel channel(String listener) {
        return switch (listener) {
            case CLIENTS -> clients;
            case CONTROLLER -> controller;
            default -> throw new IllegalArgumentException("no listener " + listener);
        };
    }

    /** Closes what a failed start left open; a running broker closes its sockets itself. */
    @Override
    public void close() {
        Utils.closeQuietly(clients, "broker socket");
        Utils.closeQuietly(controller, "controller socket");
    }
}
