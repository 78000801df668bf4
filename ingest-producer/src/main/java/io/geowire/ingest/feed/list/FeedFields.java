package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.FieldNodes;
import java.net.URI;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one feed of a list in YAML and tells everything that is wrong with it. */
final class FeedFields {
    private static final String HEADERS = "headers";
    private static final List<String> NAMES =
            List.of("url", "source", "every", "language", "fullText", "allowPrivate", HEADERS);

    private static final int MAX_TEXT = 200;
    private static final int MAX_HEADER = 4_000;
    private static final int MAX_HEADERS = 20;
    private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7E]*");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    /** Those that say how an exchange goes are the poller's. */
    private static final Set<String> RESERVED = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "if-modified-since",
            "if-none-match",
            "te",
            "transfer-encoding",
            "upgrade");

    private final MappingNode mapping;
    private final FieldNodes fields;
    private final Map<String, Integer> linesOfUrls;
    private final UnaryOperator<@Nullable String> variables;

    /**
     * @param number of the feed in the list, from 1
     * @param linesOfUrls addresses of the feeds before, to which this one's is added
     */
    FeedFields(
            MappingNode mapping,
            int number,
            Map<String, Integer> linesOfUrls,
            UnaryOperator<@Nullable String> variables,
            Faults faults) {
        this.mapping = mapping;
        this.fields = new FieldNodes(mapping, "feed #" + number, NAMES, faults);
        this.linesOfUrls = linesOfUrls;
        this.variables = variables;
    }

    /** The feed, if it is without fault. */
    Optional<Feed> feed() {
        URI url = url();
        String source = fields.text("source", MAX_TEXT);
        Duration every =
                fields.duration("every", Feed.MIN_EVERY, Feed.MAX_EVERY).orElse(Feed.DEFAULT_EVERY);
        String language = language();
        boolean fullText = fields.flag("fullText");
        boolean allowPrivate = fields.flag("allowPrivate");
        Map<String, String> headers = headers();
        if (url == null || fields.isFaulty()) {
            return Optional.empty();
        }
        Feed feed = new Feed(url, source, every, language, fullText, allowPrivate, headers);
        Integer earlier = linesOfUrls.putIfAbsent(feed.key(), Faults.line(mapping));
        if (earlier != null) {
            fields.fault("url", "the feed in line " + earlier + " has the same");
            return Optional.empty();
        }
        return Optional.of(feed);
    }

    private @Nullable URI url() {
        if (!fields.has("url")) {
            fields.fault("url", "is missing");
            return null;
        }
        String text = fields.text("url", Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        URI url = FeedUrl.of(text).orElse(null);
        if (url == null) {
            fields.fault("url", "'" + text + "' is not " + FeedUrl.ALLOWED);
        }
        return url;
    }

    private @Nullable String language() {
        String text = fields.text("language", MAX_TEXT);
        try {
            return text == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException e) {
            fields.fault("language", "'" + text + "' is not a BCP 47 tag, such as en or pt-BR");
            return null;
        }
    }

    private Map<String, String> headers() {
        Optional<Node> node = fields.node(HEADERS);
        if (node.isEmpty()) {
            return Map.of();
        }
        if (!(node.get() instanceof MappingNode headers)) {
            fields.fault(HEADERS, "must be a mapping, such as {X-Key: '${FEED_KEY}'}");
            return Map.of();
        }
        if (headers.getValue().size() > MAX_HEADERS) {
            fields.fault(HEADERS, "has more than " + MAX_HEADERS + " entries");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (NodeTuple header : headers.getValue()) {
            String name = header.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HEADER_NAME.matcher(name).matches()) {
                fields.fault(HEADERS, header.getKeyNode(), "'" + name + "' is not the name of a header");
            } else if (RESERVED.contains(lower)) {
                fields.fault(HEADERS, header.getKeyNode(), name + " is set by Geowire");
            } else {
                values.put(lower, value(header.getKeyNode(), name, header.getValueNode()));
            }
        }
        return values;
    }

    /** The value of a header with environment variables put in. It may be secret: no message quotes it. */
    private String value(Node at, String name, Node node) {
        String written = node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? scalar.getValue().strip()
                : "";
        if (written.isEmpty() || written.length() > MAX_HEADER) {
            fields.fault(HEADERS, at, name + ": must be a text of up to " + MAX_HEADER + " characters");
        }
        Matcher variable = VARIABLE.matcher(written);
        StringBuilder text = new StringBuilder();
        while (variable.find()) {
            String content = variables.apply(variable.group(1));
            if (content == null) {
                fields.fault(HEADERS, at, name + ": the environment variable " + variable.group(1) + " is not set");
            }
            variable.appendReplacement(text, Matcher.quoteReplacement(content == null ? "" : content));
        }
        variable.appendTail(text);
        if (!HEADER_VALUE.matcher(text).matches()) {
            fields.fault(HEADERS, at, name + ": only visible ASCII characters and spaces are allowed");
        }
        return text.toString();
    }
}
