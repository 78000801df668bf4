package io.geowire.enrichment.topic;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.topic.PhraseIndex.Occurrence;
import io.geowire.enrichment.topic.Rule.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Labels by the phrases of a lexicon.
 *
 * <p>A phrase counts once, at its strongest place: weight times {@value #TITLE} in the title, {@value #LEAD} in the first
 * {@value #LEAD_WORDS} words of the body, {@value #REST} after them. Where phrases of a topic overlap there, only the
 * strongest counts. A topic's score is 1 − ∏(1 − strength) over its phrases, times ∏(1 − strength) over the phrases that speak
 * against every topic: it rises with each phrase that supports it and stays below 1.
 */
public final class LexiconTopicClassifier implements TopicClassifier {
    static final double TITLE = 1;
    static final double LEAD = 0.5;
    static final double REST = 0.25;
    static final int LEAD_WORDS = 40;

    /** Stands for every topic where the id of one may stand. */
    private static final String EVERY = "*";

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingDouble(Evidence::strength)
            .reversed()
            .thenComparing(Evidence::span)
            .thenComparingInt(evidence -> evidence.rule().line());

    private final List<Topic> topics;
    private final List<Rule> rules;
    private final PhraseIndex index;

    public LexiconTopicClassifier(TopicLexicon lexicon) {
        topics = lexicon.topics();
        rules = lexicon.rules();
        index = new PhraseIndex(rules.stream().map(Rule::phrase).toList());
    }

    /**
     * A phrase that counts.
     *
     * @param rule that it is from
     * @param span where it stands
     * @param strength above 0 and below 1
     */
    record Evidence(Rule rule, Span span, double strength) {}

    /** The phrases that count for a topic, the strongest first. */
    private static final class Case {
        final List<Evidence> evidence = new ArrayList<>();
        final Set<Phrase> phrases = new HashSet<>();
        final Map<TextField, BitSet> covered = new HashMap<>();

        /** Takes the phrase unless it was heard before or its words are another one's already. */
        void hear(Evidence one) {
            if (!phrases.add(one.rule().phrase())) {
                return;
            }
            Span span = one.span();
            BitSet used = covered.computeIfAbsent(span.field(), field -> new BitSet());
            int next = used.nextSetBit(span.start());
            if (next < 0 || next >= span.end()) {
                used.set(span.start(), span.end());
                evidence.add(one);
            }
        }

        /** The product of 1 − strength. */
        double doubt() {
            double doubt = 1;
            for (Evidence one : evidence) {
                doubt *= 1 - one.strength();
            }
            return doubt;
        }
    }

    /**
     * How strongly the lexicon speaks for a topic.
     *
     * @param score from 0 to below 1
     * @param evidence the phrases that count, in reading order; empty if the score is 0
     */
    record Support(double score, List<Span> evidence) {}

    /**
     * What the lexicon says of a text.
     *
     * @param supports for each topic, in the lexicon's order
     * @param unrelated how strongly it speaks against every topic, from 0 to below 1
     */
    record Verdict(List<Support> supports, double unrelated) {}

    @Override
    public List<TopicLabel> classify(EncodedText text) {
        return classify(text.text());
    }

    /** The labels of a text, the best first, then by id; no vector is needed. */
    public List<TopicLabel> classify(NewsText text) {
        List<Support> supports = verdict(text).supports();
        List<TopicLabel> labels = new ArrayList<>();
        for (int i = 0; i < topics.size(); i++) {
            Topic topic = topics.get(i);
            Support support = supports.get(i);
            if (support.score() >= topic.threshold()) {
                labels.add(new TopicLabel(topic.id(), topic.iptc(), support.score(), support.evidence()));
            }
        }
        labels.sort(TopicLabel.BEST_FIRST);
        return labels;
    }

    /** What the lexicon says of a text. */
    Verdict verdict(NewsText text) {
        Map<String, Case> cases = cases(text);
        double related = cases.getOrDefault(EVERY, new Case()).doubt();
        List<Support> supports = topics.stream()
                .map(topic -> {
                    Case support = cases.getOrDefault(topic.id(), new Case());
                    return new Support(
                            (1 - support.doubt()) * related,
                            support.evidence.stream()
                                    .map(Evidence::span)
                                    .sorted()
                                    .toList());
                })
                .toList();
        return new Verdict(supports, 1 - related);
    }

    /** What counts for each topic, by its id, and what against all of them. */
    private Map<String, Case> cases(NewsText text) {
        List<Evidence> found = new ArrayList<>();
        for (TextField field : TextField.values()) {
            found.addAll(found(text, field));
        }
        found.sort(STRONGEST_FIRST);
        Map<String, Case> cases = new HashMap<>();
        found.forEach(one ->
                cases.computeIfAbsent(scope(one.rule()), id -> new Case()).hear(one));
        return cases;
    }

    /** The phrases of a field that no cancelling phrase touches, each at its first and so its strongest place. */
    private List<Evidence> found(NewsText text, TextField field) {
        List<Word> words = Word.of(field, text.field(field));
        List<Occurrence> occurrences = index.find(words);
        Map<String, BitSet> cancelled = cancelled(occurrences);
        BitSet heard = new BitSet();
        List<Evidence> found = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            Rule rule = rules.get(occurrence.phrase());
            if (rule.effect() != Effect.CANCELS
                    && !heard.get(occurrence.phrase())
                    && !touches(occurrence, cancelled.get(EVERY))
                    && !touches(occurrence, cancelled.get(scope(rule)))) {
                heard.set(occurrence.phrase());
                int start = words.get(occurrence.from()).start();
                int end = words.get(occurrence.to()).end();
                double strength = rule.weight() * factor(field, occurrence.from());
                found.add(new Evidence(rule, text.span(field, start, end), strength));
            }
        }
        return found;
    }

    /** The words that support nothing, by topic. */
    private Map<String, BitSet> cancelled(List<Occurrence> occurrences) {
        Map<String, BitSet> cancelled = new HashMap<>();
        for (Occurrence occurrence : occurrences) {
            Rule rule = rules.get(occurrence.phrase());
            if (rule.effect() == Effect.CANCELS) {
                cancelled.computeIfAbsent(scope(rule), id -> new BitSet()).set(occurrence.from(), occurrence.to() + 1);
            }
        }
        return cancelled;
    }

    private static boolean touches(Occurrence occurrence, @Nullable BitSet words) {
        if (words == null) {
            return false;
        }
        int next = words.nextSetBit(occurrence.from());
        return next >= 0 && next <= occurrence.to();
    }

    private static String scope(Rule rule) {
        return rule.topic() == null ? EVERY : rule.topic();
    }

    private static double factor(TextField field, int word) {
        return field == TextField.TITLE ? TITLE : word < LEAD_WORDS ? LEAD : REST;
    }
}
