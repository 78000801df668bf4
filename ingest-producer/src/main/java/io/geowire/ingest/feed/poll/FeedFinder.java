package io.geowire.ingest.feed.poll;

import io.geowire.ingest.feed.FeedDocument;
import io.geowire.ingest.feed.FeedFormatException;
import io.geowire.ingest.feed.FeedLinks;
import io.geowire.ingest.feed.FeedParser;
import io.geowire.ingest.feed.list.FeedUrl;
import io.geowire.service.net.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the feeds of a site. */
public final class FeedFinder implements AutoCloseable {
    private static final int MAX_FOUND = 10;
    private static final int OK = 200;

    private final OutboundHttp http = OutboundHttp.create();
    private final Web web = new Web(http);

    /** A feed and where it is, redirects followed. */
    public record Found(URI url, FeedDocument feed) {}

    /**
     * The feed at an address, or those of the site whose page is there, the likeliest first.
     *
     * @param allowPrivate whether addresses that are not public are allowed
     * @return none if there is none
     * @throws IOException if the address gives no answer; the message is the reason
     */
    public List<Found> find(URI address, boolean allowPrivate) throws IOException {
        Web.Fetched page;
        try {
            page = get(address, allowPrivate);
        } catch (FetchException e) {
            throw new IOException(e.reason(), e);
        }
        if (page.response().status() != OK) {
            throw new IOException("HTTP " + page.response().status());
        }
        Optional<Found> itself = feed(page);
        if (itself.isPresent()) {
            return List.of(itself.get());
        }
        List<Found> found = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        for (String link : FeedLinks.of(
                page.response().body(),
                page.response().header("content-type").orElse(null),
                page.url().toString())) {
            Optional<Found> feed = FeedUrl.of(link).flatMap(url -> fetch(url, allowPrivate));
            if (feed.isPresent() && seen.add(feed.get().url())) {
                found.add(feed.get());
            }
            if (found.size() >= MAX_FOUND) {
                break;
            }
        }
        return found;
    }

    private Optional<Found> fetch(URI url, boolean allowPrivate) {
        try {
            return feed(get(url, allowPrivate));
        } catch (FetchException e) {
            return Optional.empty();
        }
    }

    private Web.Fetched get(URI url, boolean allowPrivate) throws FetchException {
        return web.get(url, each -> Map.of(), FeedFetcher.MAX_BYTES, allowPrivate);
    }

    private static Optional<Found> feed(Web.Fetched fetched) {
        if (fetched.response().status() != OK || fetched.response().cut()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Found(
                    fetched.url(),
                    FeedParser.parse(
                            fetched.response().body(),
                            fetched.response().header("content-type").orElse(null),
                            fetched.url().toString())));
        } catch (FeedFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
