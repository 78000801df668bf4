package io.geowire.ingest.feed;

import io.geowire.ingest.normalise.CanonicalUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tells the items of one document apart: the GUID; the GUID and the URL where different items have one GUID; else the URL; else
 * title and text.
 */
final class ItemKeys {
    private final Set<String> sharedUrls = new HashSet<>();
    private final boolean sharedGuids;

    private record Face(@Nullable String url, @Nullable String title) {}

    /** @param knownToShare whether this feed has had one GUID for different items before */
    ItemKeys(List<FeedItem> items, boolean knownToShare) {
        Map<String, Face> byGuid = new HashMap<>();
        Map<String, Face> byUrl = new HashMap<>();
        boolean shared = knownToShare;
        for (FeedItem item : items) {
            Face face = new Face(url(item).orElse(null), item.title());
            if (item.guid() != null) {
                shared |= !face.equals(Objects.requireNonNullElse(byGuid.putIfAbsent(item.guid(), face), face));
            }
            if (face.url != null && !face.equals(Objects.requireNonNullElse(byUrl.putIfAbsent(face.url, face), face))) {
                sharedUrls.add(face.url);
            }
        }
        sharedGuids = shared;
    }

    /** Whether, without a GUID of its own, an item is the same as another with the same words. */
    boolean isToldByContent(FeedItem item) {
        return sharedGuids && (item.body() != null || url(item).isEmpty());
    }

    boolean sharedGuids() {
        return sharedGuids;
    }

    long key(FeedItem item) {
        Optional<String> url = url(item);
        if (item.guid() != null && !sharedGuids) {
            return Hashes.number("guid", item.guid());
        }
        if (url.isPresent()) {
            return Hashes.number("url", text(item.guid()), url.get(), sharedTitle(item, url.get()));
        }
        return Hashes.number("content", text(item.title()), text(item.body()));
    }

    /** Id of the article, if the URL does not name it: of the feed and what tells its items apart. */
    Optional<String> id(String feed, FeedItem item) {
        Optional<String> url = url(item);
        if (url.isPresent() && !sharedUrls.contains(url.get())) {
            return Optional.empty();
        }
        if (item.guid() != null && !sharedGuids) {
            return Optional.of(Hashes.id("feed-guid", feed, item.guid()));
        }
        if (url.isPresent()) {
            return Optional.of(Hashes.id("feed-title", feed, url.get(), text(item.title())));
        }
        return Optional.of(Hashes.id("feed-content", feed, text(item.title()), text(item.body())));
    }

    /** Of items that share their URL, only the title is left to tell them apart. */
    private String sharedTitle(FeedItem item, String url) {
        return sharedUrls.contains(url) ? text(item.title()) : "";
    }

    /** The part of a URL to compare by. A home page names no item. */
    private static Optional<String> url(FeedItem item) {
        return item.url() == null
                ? Optional.empty()
                : CanonicalUrl.of(item.url()).filter(CanonicalUrl::namesAPage).map(CanonicalUrl::identity);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
