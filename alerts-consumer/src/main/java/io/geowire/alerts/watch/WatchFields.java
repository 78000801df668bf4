package io.geowire.alerts.watch;

import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.FieldNodes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one watch and tells everything that is wrong with it. */
final class WatchFields {
    private static final int MAX_TEXT = 200;
    private static final int MAX_SOURCES = 100;

    private static final List<String> CONDITIONS = List.of("query", "caseSensitive", "entities", "topics");
    private static final List<String> NAMES = List.of(
            "id", "name", "severity", "query", "caseSensitive", "entities", "topics", "minSources", "receivers");
    private static final List<String> SEVERITIES = Arrays.stream(Severity.values())
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .toList();

    private final FieldNodes fields;
    private final String label;
    private final KnownTopics known;

    /**
     * @param number of the watch in the file, from 1
     * @param linesOfIds ids of the watches before, to which this one's is added
     * @param known topics that it may name
     */
    WatchFields(MappingNode mapping, int number, Map<String, Integer> linesOfIds, KnownTopics known, Faults faults) {
        this.known = known;
        Optional<ScalarNode> id = FieldNodes.scalar(mapping, "id")
                .filter(node -> Watch.isId(node.getValue().strip()));
        label = id.map(node -> node.getValue().strip()).orElse("#" + number);
        fields = new FieldNodes(mapping, id.isPresent() ? "watch '" + label + "'" : "watch " + label, NAMES, faults);
        id.ifPresent(node -> {
            Integer line = linesOfIds.putIfAbsent(label, Faults.line(node));
            if (line != null) {
                fields.fault("id", "the watch in line " + line + " has the same");
            }
        });
    }

    /** The watch, if it is without fault. */
    Optional<Watch> watch() {
        checkId();
        String name = fields.text("name", MAX_TEXT);
        Watch watch = new Watch(
                label,
                name == null ? label : name,
                severity(),
                query(),
                phrases(),
                list("entities"),
                topics(),
                fields.count("minSources", MAX_SOURCES).orElse(1),
                list("receivers"));
        if (watch.isEmpty() && (!fields.isFaulty() || CONDITIONS.stream().noneMatch(fields::has))) {
            fields.fault("asks for nothing; it needs query, caseSensitive, entities or topics");
        }
        return fields.isFaulty() ? Optional.empty() : Optional.of(watch);
    }

    private void checkId() {
        String id = fields.text("id", MAX_TEXT);
        if (!fields.has("id")) {
            fields.fault("id", "is missing");
        } else if (id != null && !Watch.isId(id)) {
            fields.fault("id", "'" + id + "' is not allowed: up to 64 lower-case letters, digits and hyphens");
        }
    }

    private Severity severity() {
        String severity = fields.text("severity", MAX_TEXT);
        if (severity == null) {
            return Severity.MEDIUM;
        }
        int index = SEVERITIES.indexOf(severity.toLowerCase(Locale.ROOT));
        if (index < 0) {
            fields.fault("severity", "'" + severity + "' is none of " + String.join(", ", SEVERITIES));
            return Severity.MEDIUM;
        }
        return Severity.values()[index];
    }

    private @Nullable String query() {
        String query = fields.text("query", WatchQuery.MAX_LENGTH);
        if (query == null) {
            return null;
        }
        QueryWatch.faults(query, known).forEach(fault -> fields.fault("query", fault));
        return query;
    }

    private List<String> phrases() {
        List<String> phrases = list("caseSensitive");
        for (String phrase : phrases) {
            if (!ExactPhrase.isPhrase(phrase)) {
                fields.fault("caseSensitive", "'" + phrase + "' has no letter or digit");
            }
        }
        return phrases;
    }

    private List<String> topics() {
        List<String> topics = list("topics");
        for (String topic : topics) {
            known.fault(Keywords.fold(topic)).ifPresent(fault -> fields.fault("topics", fault));
        }
        return topics;
    }

    private List<String> list(String field) {
        return fields.list(field, Watch.MAX_LIST, MAX_TEXT);
    }
}
