package io.geowire.enrichment.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Topics and the phrases that speak for and against them. The package's page tells the format. */
public final class TopicLexicon {
    private static final String SHIPPED = "topics.txt";

    private final List<Topic> topics;
    private final List<Rule> rules;

    TopicLexicon(List<Topic> topics, List<Rule> rules) {
        this.topics = List.copyOf(topics);
        this.rules = List.copyOf(rules);
    }

    /** The lexicon that comes with Geowire. */
    public static TopicLexicon shipped() {
        try (InputStream in = Objects.requireNonNull(
                        TopicLexicon.class.getResourceAsStream(SHIPPED), "no resource " + SHIPPED);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(SHIPPED, reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /**
     * Reads a lexicon.
     *
     * @param name of the file, for messages
     * @param lines of the file
     * @throws LexiconException with every fault, if there is any
     */
    public static TopicLexicon parse(String name, List<String> lines) {
        return new LexiconParser(name).parse(lines);
    }

    /** The topics in the file's order. */
    public List<Topic> topics() {
        return topics;
    }

    List<Rule> rules() {
        return rules;
    }
}
