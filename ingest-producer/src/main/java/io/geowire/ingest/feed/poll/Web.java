package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.list.FeedUrl;
import io.geowire.service.net.OutboundException;
import io.geowire.service.net.OutboundHttp;
import io.geowire.service.net.OutboundRequest;
import io.geowire.service.net.OutboundResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Fetches by GET and follows redirects, each of them a request of its own to an address checked anew. */
final class Web {
    /** Of an exchange, redirects included. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    static final int MAX_REDIRECTS = 5;

    private static final Set<Integer> PERMANENT = Set.of(301, 308);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final OutboundHttp http;
    private final Duration timeout;

    Web(OutboundHttp http) {
        this(http, TIMEOUT);
    }

    /** @param timeout of an exchange, redirects included */
    Web(OutboundHttp http, Duration timeout) {
        this.http = http;
        this.timeout = timeout;
    }

    /**
     * What came in the end.
     *
     * @param url that answered
     * @param movedTo where permanent redirects led before any other; null if there were none
     */
    record Fetched(
            OutboundResponse response, URI url, @Nullable URI movedTo) {}

    /**
     * Fetches.
     *
     * @param headers to send to a URL
     * @throws FetchException if no answer came, or too many redirects
     */
    Fetched get(URI url, Function<URI, Map<String, String>> headers, int maxBytes, boolean allowPrivate)
            throws FetchException {
        long end = System.nanoTime() + timeout.toNanos();
        URI at = url;
        URI movedTo = null;
        boolean permanent = true;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            OutboundResponse response = send(at, headers.apply(at), maxBytes, allowPrivate, end);
            if (!REDIRECTS.contains(response.status())) {
                return new Fetched(response, at, movedTo);
            }
            at = target(at, response);
            permanent &= PERMANENT.contains(response.status());
            if (permanent) {
                movedTo = at;
            }
        }
        throw new FetchException("more than %d redirects".formatted(MAX_REDIRECTS));
    }

    @SuppressWarnings("NullAway") // The body may be null; across modules that is not seen of an array.
    private OutboundResponse send(URI url, Map<String, String> headers, int maxBytes, boolean allowPrivate, long end)
            throws FetchException {
        Duration rest = Duration.ofNanos(Math.max(1, end - System.nanoTime()));
        try {
            return http.send(new OutboundRequest(
                    "GET",
                    url,
                    headers,
                    null,
                    rest.toMillis() < 1 ? Duration.ofMillis(1) : rest,
                    maxBytes,
                    allowPrivate));
        } catch (OutboundException e) {
            throw new FetchException(String.valueOf(e.getMessage()), e);
        }
    }

    private static URI target(URI from, OutboundResponse response) throws FetchException {
        String location = response.header("location")
                .orElseThrow(() -> new FetchException("HTTP %d without an address".formatted(response.status())));
        try {
            return FeedUrl.of(from.resolve(location.strip().replace(" ", "%20")).toString())
                    .orElseThrow(() -> new FetchException(
                            "HTTP %d to what is no http or https address".formatted(response.status())));
        } catch (IllegalArgumentException e) {
            throw new FetchException("HTTP %d to what is no address".formatted(response.status()), e);
        }
    }
}
