package io.geowire.service.yaml;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

/** The tree of a file in YAML. Anchors, aliases and tags are faults, so that a small file cannot become a large one. */
public final class YamlRoot {
    private static final int MAX_DEPTH = 20;

    private YamlRoot() {}

    /**
     * Reads a text.
     *
     * @param kind what a message calls the file
     * @param empty what a message says of a file without content
     * @return empty if there is no content or it is faulty
     */
    public static Optional<Node> of(String text, String kind, String empty, Faults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(ListFile.MAX_BYTES);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            refuseIndirection(new Yaml(options).parse(new StringReader(text)), kind, faults);
            if (!faults.isEmpty()) {
                return Optional.empty();
            }
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                faults.add(1, null, null, "the file is empty; " + empty);
            }
            return Optional.ofNullable(root);
        } catch (MarkedYAMLException e) {
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            faults.add(Faults.line(e.getProblemMark()), null, null, "not YAML: " + context + e.getProblem());
        } catch (YAMLException e) {
            faults.add(1, null, null, "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static void refuseIndirection(Iterable<Event> events, String kind, Faults faults) {
        int documents = 0;
        int depth = 0;
        for (Event event : events) {
            int line = Faults.line(event.getStartMark());
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > MAX_DEPTH) {
                faults.add(line, null, null, "nested more than " + MAX_DEPTH + " levels deep");
                return; // Each further level costs the scanner more than the one before.
            }
            if (event instanceof DocumentStartEvent && ++documents == 2) {
                faults.add(line, null, null, "a second document (---); " + kind + " has one");
            }
            if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor() != null) {
                faults.add(
                        line, null, null, "anchors and aliases (& and *) are not allowed; quote a text that begins so");
            }
            if (event instanceof ScalarEvent scalar && scalar.getTag() != null
                    || event instanceof CollectionStartEvent collection && collection.getTag() != null) {
                faults.add(line, null, null, "tags (!) are not allowed; quote a text that begins so");
            }
        }
    }
}
