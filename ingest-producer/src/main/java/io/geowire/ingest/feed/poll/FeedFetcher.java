package io.geowire.ingest.feed.poll;

import io.geowire.events.FeedState;
import io.geowire.ingest.feed.Answer;
import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedDocument;
import io.geowire.ingest.feed.FeedFormatException;
import io.geowire.ingest.feed.FeedParser;
import io.geowire.ingest.feed.FeedUpdate;
import io.geowire.ingest.feed.ResponseHeaders;
import io.geowire.ingest.item.Printable;
import io.geowire.service.net.OutboundResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Asks a server for a feed, for what has changed if that will do. */
final class FeedFetcher {
    /** Of a decompressed feed. */
    static final int MAX_BYTES = 15_000_000;

    static final Duration PAUSE_AFTER_429 = Duration.ofSeconds(30);

    private static final int NOT_MODIFIED = 304;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int OK = 200;
    private static final int MAX_REASON = 300;
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
                    + "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    private final Web web;
    private final HostGate gate;
    private final Clock clock;

    /** A document of the largest size takes far more memory while it is read: that is done one by one. */
    private final Semaphore parsing = new Semaphore(1);

    FeedFetcher(Web web, HostGate gate, Clock clock) {
        this.web = web;
        this.gate = gate;
        this.clock = clock;
    }

    /** Where a feed is asked for. */
    static URI address(Feed feed, @Nullable FeedState state) {
        return state == null || state.getMovedTo() == null ? feed.url() : URI.create(state.getMovedTo());
    }

    /** Asks. The host's turn must have been taken; it is given back. */
    Answer fetch(Feed feed, @Nullable FeedState state) {
        URI address = address(feed, state);
        Duration pause = Duration.ZERO;
        try {
            Web.Fetched fetched = web.get(address, url -> headers(feed, state, url), MAX_BYTES, feed.allowPrivate());
            pause = fetched.response().status() == TOO_MANY ? PAUSE_AFTER_429 : Duration.ZERO;
            return answer(fetched, state);
        } catch (FetchException e) {
            return failed(e.reason(), Duration.ZERO);
        } finally {
            gate.leave(HostGate.host(address), pause);
        }
    }

    private static Map<String, String> headers(Feed feed, @Nullable FeedState state, URI url) {
        Map<String, String> headers = new HashMap<>();
        headers.put("accept", ACCEPT);
        if (isSameOrigin(feed.url(), url)) {
            headers.putAll(feed.headers());
        }
        if (state != null && FeedUpdate.isConditional(state)) {
            if (state.getEtag() != null) {
                headers.put("if-none-match", state.getEtag());
            }
            if (state.getLastModified() != null) {
                headers.put("if-modified-since", state.getLastModified());
            }
        }
        return headers;
    }

    private static boolean isSameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().toLowerCase(Locale.ROOT).equals(other.getHost().toLowerCase(Locale.ROOT))
                && one.getPort() == other.getPort();
    }

    private Answer answer(Web.Fetched fetched, @Nullable FeedState state) {
        OutboundResponse response = fetched.response();
        ResponseHeaders headers = new ResponseHeaders(response.headers());
        Duration pause = headers.pause(clock.instant());
        String movedTo = fetched.movedTo() == null ? null : fetched.movedTo().toString();
        return switch (response.status()) {
            case OK -> document(fetched, headers, movedTo, pause);
            case NOT_MODIFIED ->
                state == null ? failed("HTTP 304 to the first request", pause) : new Answer.NotModified(movedTo, pause);
            case GONE -> new Answer.Gone(pause);
            default -> failed("HTTP " + response.status(), pause);
        };
    }

    private Answer document(Web.Fetched fetched, ResponseHeaders headers, @Nullable String movedTo, Duration pause) {
        OutboundResponse response = fetched.response();
        if (response.cut()) {
            return failed("more than %,d bytes".formatted(MAX_BYTES), pause);
        }
        parsing.acquireUninterruptibly();
        try {
            FeedDocument document = FeedParser.parse(
                    response.body(),
                    headers.first("content-type"),
                    fetched.url().toString());
            return new Answer.Document(document, movedTo, headers.first("etag"), headers.first("last-modified"), pause);
        } catch (FeedFormatException e) {
            return failed(e.reason(), pause);
        } finally {
            parsing.release();
        }
    }

    private static Answer failed(String reason, Duration pause) {
        String line = Printable.escape(reason);
        return new Answer.Failed(line.length() <= MAX_REASON ? line : line.substring(0, MAX_REASON) + "…", pause);
    }
}
