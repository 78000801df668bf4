package io.geowire.service.net;

import io.geowire.service.GzipMembers;
import io.geowire.service.net.OutboundException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.client5.http.entity.InputStreamFactory;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests to servers that are not trusted. Follows no redirect, keeps no cookie, repeats nothing, uses no proxy, and gives
 * up when the time is over, however slowly the answer drips. Connections are kept for the next request to the same
 * server. Safe for use by many threads; one slow server holds up no other.
 */
public final class OutboundHttp implements AutoCloseable {
    private static final String USER_AGENT = "Geowire";
    private static final int MAX_LINE = 16_384;
    private static final int MAX_HEADERS = 200;
    private static final int MAX_CONNECTIONS_A_SERVER = 16;
    private static final int MAX_CONNECTIONS = 4_096;
    private static final int BUFFER = 8_192;

    private final ExecutorService lookUps = Executors.newCachedThreadPool(daemons("geowire-dns"));
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, daemons("geowire-http-clock"));
    private final CloseableHttpClient guarded;
    private final CloseableHttpClient open;

    private OutboundHttp(DnsResolver lookUp) {
        clock.setRemoveOnCancelPolicy(true);
        guarded = client(new GuardedResolver(lookUp, false, lookUps));
        open = client(new GuardedResolver(lookUp, true, lookUps));
    }

    /** A client that looks names up as the system does and trusts the certificates that the JVM trusts. */
    public static OutboundHttp create() {
        return lookingUpWith(SystemDefaultDnsResolver.INSTANCE);
    }

    static OutboundHttp lookingUpWith(DnsResolver lookUp) {
        return new OutboundHttp(lookUp);
    }

    /**
     * Sends and reads the answer, whatever its status.
     *
     * @throws OutboundException if no whole answer came, or none could
     */
    public OutboundResponse send(OutboundRequest request) throws OutboundException {
        HttpUriRequestBase message = message(request);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = clock.schedule(
                () -> {
                    late.set(true);
                    message.cancel();
                },
                request.timeout().toMillis(),
                TimeUnit.MILLISECONDS);
        CloseableHttpClient client = request.allowPrivate() ? open : guarded;
        try {
            ClassicHttpResponse response =
                    client.executeOpen(RoutingSupport.determineHost(message), message, HttpClientContext.create());
            try {
                return read(response, request.maxBytes());
            } finally {
                // A connection whose answer was read to its end is back in the pool and not concerned. Any other is cut
                // off:
                // to close the response would read the rest.
                message.cancel();
            }
        } catch (IOException | HttpException | IllegalStateException e) {
            // A pool that is closed, or a request cancelled at an odd moment, is told by an IllegalStateException.
            throw failure(request, late.get(), e);
        } finally {
            end.cancel(false);
        }
    }

    @Override
    public void close() {
        guarded.close(CloseMode.IMMEDIATE);
        open.close(CloseMode.IMMEDIATE);
        clock.shutdownNow();
        lookUps.shutdownNow();
    }

    private static HttpUriRequestBase message(OutboundRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::setHeader);
        if (request.body() != null) {
            message.setEntity(new ByteArrayEntity(request.body(), null));
        }
        Timeout timeout = Timeout.of(request.timeout());
        message.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .build());
        return message;
    }

    private static OutboundResponse read(ClassicHttpResponse response, int maxBytes) throws IOException {
        Map<String, List<String>> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(header.getValue() == null ? "" : header.getValue());
        }
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : read(entity, maxBytes);
        boolean cut = body.length > maxBytes;
        if (cut) {
            body = Arrays.copyOf(body, maxBytes);
        }
        return new OutboundResponse(response.getCode(), headers, body, cut);
    }

    /** All of the body, or one byte more than allowed. */
    private static byte[] read(HttpEntity entity, int maxBytes) throws IOException {
        // Not closed: that would read the rest.
        InputStream content = entity.getContent();
        byte[] body = new byte[(int) Math.min(BUFFER, maxBytes + 1L)];
        int length = 0;
        while (true) {
            int read = content.read(body, length, body.length - length);
            if (read < 0) {
                return Arrays.copyOf(body, length);
            }
            length += read;
            if (length > maxBytes) {
                return Arrays.copyOf(body, length);
            }
            if (length == body.length) {
                body = Arrays.copyOf(body, (int) Math.min(2L * body.length, maxBytes + 1L));
            }
        }
    }

    private static OutboundException failure(OutboundRequest request, boolean late, Exception e) {
        String host = request.uri().getHost();
        if (e instanceof GuardedResolver.RefusedAddressException) {
            return new OutboundException(Kind.REFUSED_ADDRESS, String.valueOf(e.getMessage()), e);
        }
        if (late || e instanceof SocketTimeoutException) {
            return new OutboundException(
                    Kind.TIMEOUT, "%s gave no whole answer within %s".formatted(host, text(request.timeout())), e);
        }
        if (e instanceof UnknownHostException) {
            return new OutboundException(Kind.UNRESOLVED, String.valueOf(e.getMessage()), e);
        }
        if (e instanceof SSLException) {
            return new OutboundException(Kind.TLS, "no secure connection to %s: %s".formatted(host, e.getMessage()), e);
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return new OutboundException(
                    Kind.UNREACHABLE, "cannot connect to %s: %s".formatted(host, e.getMessage()), e);
        }
        return new OutboundException(
                Kind.BROKEN, "the exchange with %s broke off: %s".formatted(host, e.getMessage()), e);
    }

    private static String text(Duration duration) {
        return duration.toMillis() / 1_000.0 + " s";
    }

    private static CloseableHttpClient client(DnsResolver resolver) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS_A_SERVER)
                        .setDefaultSocketConfig(SocketConfig.custom()
                                .setSoTimeout(Timeout.ofSeconds(60))
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(10))
                                .setTimeToLive(TimeValue.ofSeconds(60))
                                // A server may close at any time what it keeps open; better seen before than after.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(MAX_LINE)
                                        .setMaxHeaderCount(MAX_HEADERS)
                                        .build())
                                .build())
                        .build())
                .setContentDecoderRegistry(decoders())
                .setUserAgent(USER_AGENT)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .build();
    }

    private static LinkedHashMap<String, InputStreamFactory> decoders() {
        LinkedHashMap<String, InputStreamFactory> decoders = new LinkedHashMap<>();
        decoders.put("gzip", GzipMembers::unpack);
        decoders.put("x-gzip", GzipMembers::unpack);
        decoders.put("deflate", DeflateInputStream::new);
        return decoders;
    }

    private static ThreadFactory daemons(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
