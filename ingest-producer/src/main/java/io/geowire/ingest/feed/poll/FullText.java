package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.Feed;
import io.geowire.ingest.feed.FeedItem;
import io.geowire.ingest.feed.PageText;
import io.geowire.ingest.feed.list.FeedUrl;
import io.geowire.service.net.OutboundResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches the pages of items of which a feed has only a summary, as far as their sites allow it. */
final class FullText {
    private static final Logger LOG = LoggerFactory.getLogger(FullText.class);
    private static final int MAX_BYTES = 5_000_000;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;

    private final Web web;
    private final HostGate gate;
    private final Robots robots;

    FullText(Web web, HostGate gate, Robots robots) {
        this.web = web;
        this.gate = gate;
        this.robots = robots;
    }

    /** The item with the text of its page, if that can be had and is longer than the summary; else the item as it is. */
    FeedItem complete(Feed feed, FeedItem item) {
        Optional<URI> page = item.url() == null ? Optional.empty() : FeedUrl.of(item.url());
        return page.flatMap(url -> text(url, feed.allowPrivate()))
                .filter(text ->
                        item.body() == null || text.length() > item.body().length())
                .map(item::withBody)
                .orElse(item);
    }

    private Optional<String> text(URI page, boolean allowPrivate) {
        String host = HostGate.host(page);
        Duration pause = Duration.ZERO;
        try {
            gate.enter(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            if (!robots.allow(page, allowPrivate)) {
                LOG.debug("{} may not be fetched by robots", page);
                return Optional.empty();
            }
            Web.Fetched fetched =
                    web.get(page, url -> Map.of("accept", "text/html, */*;q=0.1"), MAX_BYTES, allowPrivate);
            OutboundResponse response = fetched.response();
            pause = response.status() == TOO_MANY ? FeedFetcher.PAUSE_AFTER_429 : Duration.ZERO;
            return response.status() != OK || response.cut()
                    ? Optional.empty()
                    : PageText.of(
                            response.body(),
                            response.header("content-type").orElse(null),
                            fetched.url().toString());
        } catch (FetchException e) {
            LOG.debug("{} cannot be fetched: {}", page, e.reason());
            return Optional.empty();
        } finally {
            gate.leave(host, pause);
        }
    }
}
