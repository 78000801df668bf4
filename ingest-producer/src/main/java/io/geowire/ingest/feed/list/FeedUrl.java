package io.geowire.ingest.feed.list;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What may stand as the address of a feed. */
public final class FeedUrl {
    static final String ALLOWED = "an http or https address without user name, such as https://example.com/rss.xml";

    private static final int MAX_LENGTH = 2_000;

    private FeedUrl() {}

    /** The address that a text is, if it may be that of a feed. Its fragment is left out: no server is ever told of it. */
    public static Optional<URI> of(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text.replaceFirst("#.*$", "")).parseServerAuthority();
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            boolean allowed = (scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getPort() <= 65_535;
            return allowed ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
