package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    static final List<String> NAMES =
            List.of("url", "source", "every", "language", "fullText", "allowPrivate", "headers");

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
    private final int number;
    private final UnaryOperator<@Nullable String> variables;
    private final Faults faults;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private final int faultsBefore;

    /** @param number of the feed in the list, from 1 */
    FeedFields(MappingNode mapping, int number, UnaryOperator<@Nullable String> variables, Faults faults) {
        this.mapping = mapping;
        this.number = number;
        this.variables = variables;
        this.faults = faults;
        this.faultsBefore = faults.count();
        for (NodeTuple entry : mapping.getValue()) {
            String name = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!NAMES.contains(name)) {
                fault(entry.getKeyNode(), name, "unknown field; known are " + String.join(", ", NAMES));
            } else if (fields.putIfAbsent(name, entry) != null) {
                fault(entry.getKeyNode(), name, "is there twice");
            }
        }
    }

    /** The feed; null if it has a fault. */
    @Nullable
    Feed feed() {
        URI url = url();
        String source = text("source", MAX_TEXT);
        Duration every = every();
        String language = language();
        boolean fullText = flag("fullText");
        boolean allowPrivate = flag("allowPrivate");
        Map<String, String> headers = headers();
        return url == null || faults.count() > faultsBefore
                ? null
                : new Feed(url, source, every, language, fullText, allowPrivate, headers);
    }

    private @Nullable URI url() {
        if (!fields.containsKey("url")) {
            fault(mapping, "url", "is missing");
            return null;
        }
        String text = text("url", Integer.MAX_VALUE);
        if (text == null) {
            return null;
        }
        URI url = FeedUrl.of(text).orElse(null);
        if (url == null) {
            fault("url", "'" + text + "' is not " + FeedUrl.ALLOWED);
        }
        return url;
    }

    private Duration every() {
        String text = text("every", MAX_TEXT);
        if (text == null) {
            return Feed.DEFAULT_EVERY;
        }
        try {
            Duration every = Duration.parse(text);
            if (every.compareTo(Feed.MIN_EVERY) >= 0 && every.compareTo(Feed.MAX_EVERY) <= 0) {
                return every;
            }
        } catch (DateTimeException e) {
            // Said below, as for a duration out of range.
        }
        fault("every", "'" + text + "' is not a duration from PT1S to PT24H, such as PT15M");
        return Feed.DEFAULT_EVERY;
    }

    private @Nullable String language() {
        String text = text("language", MAX_TEXT);
        try {
            return text == null
                    ? null
                    : new Locale.Builder()
                            .setLanguageTag(text.replace('_', '-'))
                            .build()
                            .toLanguageTag();
        } catch (IllformedLocaleException e) {
            fault("language", "'" + text + "' is not a BCP 47 tag, such as en or pt-BR");
            return null;
        }
    }

    private boolean flag(String field) {
        String text = text(field, MAX_TEXT);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            fault(field, "'" + text + "' is not true or false");
        }
        return "true".equals(text);
    }

    private Map<String, String> headers() {
        NodeTuple entry = fields.get("headers");
        if (entry == null) {
            return Map.of();
        }
        if (!(entry.getValueNode() instanceof MappingNode headers)) {
            fault("headers", "must be a mapping, such as {X-Key: '${FEED_KEY}'}");
            return Map.of();
        }
        if (headers.getValue().size() > MAX_HEADERS) {
            fault("headers", "has more than " + MAX_HEADERS + " entries");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (NodeTuple header : headers.getValue()) {
            String name = header.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String value = text(header.getKeyNode(), header.getValueNode(), "headers", MAX_HEADER);
            String lower = name.toLowerCase(Locale.ROOT);
            if (!HEADER_NAME.matcher(name).matches()) {
                fault(header.getKeyNode(), "headers", "'" + name + "' is not the name of a header");
            } else if (RESERVED.contains(lower)) {
                fault(header.getKeyNode(), "headers", name + " is set by Geowire");
            } else if (value != null) {
                values.put(lower, resolved(header.getKeyNode(), name, value));
            }
        }
        return values;
    }

    /** The value with environment variables put in. It may be secret: no message quotes it. */
    private String resolved(Node at, String name, String value) {
        Matcher variable = VARIABLE.matcher(value);
        StringBuilder text = new StringBuilder();
        while (variable.find()) {
            String content = variables.apply(variable.group(1));
            if (content == null) {
                fault(at, "headers", name + ": the environment variable " + variable.group(1) + " is not set");
            }
            variable.appendReplacement(text, Matcher.quoteReplacement(content == null ? "" : content));
        }
        variable.appendTail(text);
        if (!HEADER_VALUE.matcher(text).matches()) {
            fault(at, "headers", name + ": only visible ASCII characters and spaces are allowed");
        }
        return text.toString();
    }

    /** The text of a field, stripped; null if it is missing or faulty. */
    private @Nullable String text(String field, int maxLength) {
        NodeTuple entry = fields.get(field);
        return entry == null ? null : text(entry.getKeyNode(), entry.getValueNode(), field, maxLength);
    }

    private @Nullable String text(Node at, Node value, String field, int maxLength) {
        if (!(value instanceof ScalarNode scalar)) {
            fault(at, field, "must be a text");
            return null;
        }
        String text = scalar.getValue().strip();
        if (text.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
            fault(at, field, "is empty");
        } else if (text.length() > maxLength) {
            fault(at, field, "has " + text.length() + " characters; allowed are " + maxLength);
        } else {
            return text;
        }
        return null;
    }

    private void fault(String field, String reason) {
        NodeTuple entry = fields.get(field);
        fault(entry == null ? mapping : entry.getKeyNode(), field, reason);
    }

    private void fault(Node at, String field, String reason) {
        faults.add(YamlReader.line(at), number, field, reason);
    }
}
