package io.geowire.enrichment.topic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Topics and the phrases that speak for and against them. The package's page tells the format. */
public final class TopicLexicon {
    private static final String SHIPPED = "topics.txt";

    private final List<Topic> topics;
    private final List<Rule> rules;
    private final PhraseParser phrases;

    TopicLexicon(List<Topic> topics, List<Rule> rules, PhraseParser phrases) {
        this.topics = List.copyOf(topics);
        this.rules = List.copyOf(rules);
        this.phrases = phrases;
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
        return new LexiconParser(name, null).parse(lines);
    }

    /**
     * This lexicon and the topics of a user's file, which has the same format, with these differences: a topic needs a phrase or an
     * example and nothing else, the licence may be absent, and what speaks against every topic is not for it to say. Its phrases may
     * use the word classes of this lexicon.
     *
     * @param name of the file, for messages
     * @param lines of the file
     * @throws LexiconException with every fault, if there is any
     */
    public TopicLexicon with(String name, List<String> lines) {
        TopicLexicon added = new LexiconParser(name, this).parse(lines);
        return new TopicLexicon(
                Stream.concat(topics.stream(), added.topics.stream()).toList(),
                Stream.concat(rules.stream(), added.rules.stream()).toList(),
                added.phrases);
    }

    /** The topics in the file's order. */
    public List<Topic> topics() {
        return topics;
    }

    List<Rule> rules() {
        return rules;
    }

    /** A parser that knows the word classes of this lexicon. */
    PhraseParser phrases() {
        return phrases.copy();
    }
}
