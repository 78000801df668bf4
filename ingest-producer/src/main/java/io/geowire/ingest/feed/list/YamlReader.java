package io.geowire.ingest.feed.list;

import io.geowire.ingest.feed.Feed;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a list in YAML: {@code feeds:} and below it an address or a mapping for each feed. Anchors and aliases are faults, so that a small
 * file cannot become a large one.
 */
final class YamlReader {
    static final String FEEDS = "feeds";
    private static final int MAX_DEPTH = 20;

    private final Faults faults;
    private final UnaryOperator<@Nullable String> variables;

    YamlReader(Faults faults, UnaryOperator<@Nullable String> variables) {
        this.faults = faults;
        this.variables = variables;
    }

    List<Feed> feeds(String text) {
        Node root = compose(text);
        if (root == null) {
            return List.of();
        }
        Node list = list(root);
        return list == null ? List.of() : feeds(list);
    }

    /** The tree of the list; null if it cannot be used, which has been said then. */
    @Nullable
    Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(FeedList.MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            int before = faults.count();
            refuseAliases(new Yaml(options).parse(new StringReader(text)));
            if (faults.count() > before) {
                return null;
            }
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                faults.add(1, 0, null, "the list is empty; without any feed it is 'feeds: []'");
            }
            return root;
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            faults.add(line(e.getProblemMark()), 0, null, "not YAML: " + context + e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, 0, null, "not YAML: " + e.getMessage());
        }
        return null;
    }

    private void refuseAliases(Iterable<Event> events) {
        for (Event event : events) {
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                faults.add(
                        line(event.getStartMark()),
                        0,
                        null,
                        "anchors and aliases (& and *) are not allowed; quote a text that begins so");
            }
        }
    }

    /** What stands below {@code feeds}; null if nothing does. */
    @Nullable
    Node list(Node root) {
        if (!(root instanceof MappingNode top)) {
            faults.add(line(root), 0, null, "the list must begin with 'feeds:' and the feeds below it");
            return null;
        }
        Node list = null;
        for (NodeTuple entry : top.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!key.equals(FEEDS)) {
                faults.add(line(entry.getKeyNode()), 0, null, "unknown key '" + key + "'; the only one is 'feeds'");
            } else if (list != null) {
                faults.add(line(entry.getKeyNode()), 0, null, "'feeds' is there twice");
            } else {
                list = entry.getValueNode();
            }
        }
        if (list == null) {
            faults.add(line(root), 0, null, "'feeds' is missing");
        }
        return list;
    }

    private List<Feed> feeds(Node list) {
        if (!(list instanceof SequenceNode sequence)) {
            faults.add(line(list), 0, FEEDS, "must be a list; without any feed it is 'feeds: []'");
            return List.of();
        }
        if (sequence.getValue().size() > FeedList.MAX_FEEDS) {
            faults.add(line(list), 0, FEEDS, "has more than %,d feeds".formatted(FeedList.MAX_FEEDS));
            return List.of();
        }
        List<Feed> feeds = new ArrayList<>();
        Map<String, Integer> linesOfUrls = new HashMap<>();
        int number = 0;
        for (Node entry : sequence.getValue()) {
            number++;
            Feed feed = null;
            if (entry instanceof MappingNode mapping) {
                feed = new FeedFields(mapping, number, variables, faults).feed();
            } else if (entry instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                feed = FeedUrl.of(scalar.getValue().strip()).map(Feed::at).orElse(null);
                if (feed == null) {
                    faults.add(line(entry), number, null, "'" + scalar.getValue() + "' is not " + FeedUrl.ALLOWED);
                }
            } else {
                faults.add(line(entry), number, null, "must be an address, or a mapping with 'url: …'");
            }
            if (feed != null) {
                Integer earlier = linesOfUrls.putIfAbsent(feed.key(), line(entry));
                if (earlier == null) {
                    feeds.add(feed);
                } else {
                    faults.add(line(entry), number, "url", "the feed in line " + earlier + " has the same");
                }
            }
        }
        return feeds;
    }

    static int line(Node node) {
        return line(node.getStartMark());
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 1 : mark.getLine() + 1;
    }
}
