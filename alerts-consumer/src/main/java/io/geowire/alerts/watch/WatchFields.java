package io.geowire.alerts.watch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the fields of one watch. Any scalar is taken as the text that is written: {@code NO} is not a Boolean here. */
final class WatchFields {
    static final int MAX_TEXT = 200;
    static final int MAX_SOURCES = 100;

    private static final List<String> NAMES = List.of(
            "id", "name", "severity", "query", "caseSensitive", "entities", "topics", "minSources", "receivers");
    private static final List<String> SEVERITIES = Arrays.stream(Severity.values())
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final WatchFaults faults;
    private final Map<String, NodeTuple> fields = new LinkedHashMap<>();
    private final MappingNode mapping;
    private String label;
    private boolean faulty;

    /**
     * @param number of the watch in the file, from 1
     * @param linesOfIds ids of the watches before, to which this one's is added
     */
    WatchFields(MappingNode mapping, int number, Map<String, Integer> linesOfIds, WatchFaults faults) {
        this.mapping = mapping;
        this.faults = faults;
        this.label = "#" + number;
        NodeTuple id = null;
        for (NodeTuple entry : mapping.getValue()) {
            if (id == null
                    && entry.getKeyNode() instanceof ScalarNode key
                    && key.getValue().equals("id")) {
                id = entry;
            }
        }
        if (id != null && id.getValueNode() instanceof ScalarNode value && Watch.isId(value.getValue())) {
            label = value.getValue();
            Integer line = linesOfIds.putIfAbsent(label, WatchFaults.line(id.getKeyNode()));
            if (line != null) {
                fault(id.getKeyNode(), "id", "the watch in line " + line + " has the same");
            }
        }
        collect();
    }

    private void collect() {
        for (NodeTuple entry : mapping.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!NAMES.contains(key)) {
                fault(entry.getKeyNode(), key, "unknown field" + Suggestion.among(NAMES, key));
            } else if (fields.putIfAbsent(key, entry) != null) {
                fault(entry.getKeyNode(), key, "is there twice");
            }
        }
    }

    /** The watch, if it is without fault. */
    Optional<Watch> watch() {
        String id = id();
        String name = text("name", MAX_TEXT);
        Severity severity = severity();
        String query = query();
        List<String> caseSensitive = phrases();
        List<String> entities = list("entities");
        List<String> topics = topics();
        int minSources = minSources();
        List<String> receivers = list("receivers");
        boolean asks = fields.containsKey("query")
                || fields.containsKey("caseSensitive")
                || fields.containsKey("entities")
                || fields.containsKey("topics");
        Watch watch = new Watch(
                id, name == null ? id : name, severity, query, caseSensitive, entities, topics, minSources, receivers);
        if (!asks || !faulty && watch.isEmpty()) {
            fault(mapping, null, "asks for nothing; it needs query, caseSensitive, entities or topics");
        }
        return faulty ? Optional.empty() : Optional.of(watch);
    }

    private String id() {
        NodeTuple entry = fields.get("id");
        if (entry == null) {
            fault(mapping, "id", "is missing");
            return label;
        }
        String id = text("id", MAX_TEXT);
        if (id != null && !Watch.isId(id)) {
            fault(
                    entry.getKeyNode(),
                    "id",
                    "'" + id + "' is not allowed: up to 64 lower-case letters, digits and hyphens");
        }
        return label;
    }

    private Severity severity() {
        String severity = text("severity", MAX_TEXT);
        if (severity == null) {
            return Severity.MEDIUM;
        }
        int index = SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
        if (index < 0) {
            fault("severity", "'" + severity + "' is none of " + String.join(", ", SEVERITIES));
            return Severity.MEDIUM;
        }
        return Severity.values()[index];
    }

    private @Nullable String query() {
        String query = text("query", WatchQuery.MAX_LENGTH);
        if (query == null) {
            return null;
        }
        try {
            for (WatchQuery.TopicTerm topic : WatchQuery.parse(query).topics()) {
                if (!KnownTopics.LABELS.contains(topic.id())) {
                    fault("query", "column " + topic.column() + ": " + unknownTopic(topic.id()));
                }
            }
        } catch (WatchQueryException e) {
            e.faults().forEach(queryFault -> fault("query", queryFault.toString()));
        }
        return query;
    }

    private List<String> phrases() {
        List<String> phrases = list("caseSensitive");
        for (String phrase : phrases) {
            if (!ExactPhrase.isPhrase(phrase)) {
                fault("caseSensitive", "'" + phrase + "' has no letter or digit");
            }
        }
        return phrases;
    }

    private List<String> topics() {
        List<String> topics = list("topics");
        for (String topic : topics) {
            if (!KnownTopics.LABELS.contains(Keywords.fold(topic))) {
                fault("topics", unknownTopic(topic));
            }
        }
        return topics;
    }

    private static String unknownTopic(String topic) {
        return "unknown topic '" + topic + "'" + Suggestion.among(KnownTopics.LABELS, topic);
    }

    private int minSources() {
        NodeTuple entry = fields.get("minSources");
        if (entry == null) {
            return 1;
        }
        if (entry.getValueNode() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            try {
                int value = Integer.parseInt(scalar.getValue());
                if (value >= 1 && value <= MAX_SOURCES) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Said below, as for a number out of range.
            }
        }
        fault("minSources", "must be a whole number from 1 to " + MAX_SOURCES);
        return 1;
    }

    private List<String> list(String field) {
        NodeTuple entry = fields.get(field);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.getValueNode() instanceof SequenceNode sequence)) {
            fault(field, "must be a list, such as [one, two]");
            return List.of();
        }
        if (sequence.getValue().size() > Watch.MAX_LIST) {
            fault(field, "has " + sequence.getValue().size() + " entries; allowed are " + Watch.MAX_LIST);
            return List.of();
        }
        Set<String> values = new LinkedHashSet<>();
        for (Node item : sequence.getValue()) {
            String value = text(item, item, field, MAX_TEXT);
            if (value != null) {
                values.add(value);
            }
        }
        return new ArrayList<>(values);
    }

    private @Nullable String text(String field, int maxLength) {
        NodeTuple entry = fields.get(field);
        return entry == null ? null : text(entry.getKeyNode(), entry.getValueNode(), field, maxLength);
    }

    /** @param at what a fault is told of */
    private @Nullable String text(Node at, Node value, String field, int maxLength) {
        if (!(value instanceof ScalarNode scalar)) {
            fault(at, field, "must be a text");
            return null;
        }
        String text =
                Normalizer.normalize(scalar.getValue(), Normalizer.Form.NFC).strip();
        if (text.isEmpty() || scalar.getTag().equals(Tag.NULL)) {
            fault(at, field, "is empty");
            return null;
        }
        if (text.length() > maxLength) {
            fault(at, field, "has " + text.length() + " characters; allowed are " + maxLength);
            return null;
        }
        if (CONTROL.matcher(field.equals("query") ? text.replaceAll("\\s", " ") : text)
                .find()) {
            fault(at, field, "has a control character");
            return null;
        }
        return text;
    }

    private void fault(String field, String reason) {
        NodeTuple entry = fields.get(field);
        fault(entry == null ? mapping : entry.getKeyNode(), field, reason);
    }

    private void fault(Node at, @Nullable String field, String reason) {
        faulty = true;
        faults.add(at, label, field, reason);
    }
}
