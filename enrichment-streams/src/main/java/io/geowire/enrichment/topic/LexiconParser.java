package io.geowire.enrichment.topic;

import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.topic.LexiconException.Fault;
import io.geowire.enrichment.topic.Rule.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a lexicon and gathers its faults. One instance reads one file. */
final class LexiconParser {
    private static final Pattern LINE = Pattern.compile("(\\S+?|unrelated\\s+\\S+):\\s*(.*?)\\s*");
    private static final Pattern WEIGHT = Pattern.compile("0\\.\\d{1,2}");
    private static final Pattern IPTC = Pattern.compile("medtop:\\d{8}");
    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final double DEFAULT_THRESHOLD = 0.5;

    private final String name;
    private final @Nullable TopicLexicon base;
    private final PhraseParser phrases;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Topic> topics = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Set<Meaning> seen = new HashSet<>();
    private @Nullable Draft draft;
    private boolean licensed;

    /** @param base the lexicon that the file adds to; null if it is one of its own */
    LexiconParser(String name, @Nullable TopicLexicon base) {
        this.name = name;
        this.base = base;
        this.phrases = base == null ? new PhraseParser() : base.phrases();
    }

    /** What a phrase says, however it is written. */
    private record Meaning(Effect effect, @Nullable String topic, List<Phrase.Place> places) {}

    /** A topic of which not all lines are read. */
    private static final class Draft {
        final String id;
        final int line;
        String is = "";
        String isNot = "";
        final List<String> examples = new ArrayList<>();
        List<String> iptc = List.of();
        double threshold = DEFAULT_THRESHOLD;
        boolean supported;

        Draft(String id, int line) {
            this.id = id;
            this.line = line;
        }
    }

    TopicLexicon parse(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                read(line, i + 1);
            }
        }
        finish();
        if (!licensed && base == null) {
            fault(1, "no licence");
        }
        if (topics.isEmpty()) {
            fault(Math.max(1, lines.size()), "no topic");
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new LexiconException(name, faults);
        }
        return new TopicLexicon(topics, rules, phrases);
    }

    private void read(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            fault(number, "neither a comment nor 'key: value'");
            return;
        }
        String key = matcher.group(1);
        String value = matcher.group(2);
        if (value.isEmpty()) {
            fault(number, "nothing after '" + key + ":'");
            return;
        }
        try {
            read(key, value, number);
        } catch (IllegalArgumentException e) {
            fault(number, String.valueOf(e.getMessage()));
        }
    }

    private void read(String key, String value, int line) {
        if (key.startsWith("@")) {
            phrases.define(key.substring(1), value);
        } else if (base != null && (key.startsWith("unrelated") || (key.equals("cancel") && draft == null))) {
            throw new IllegalArgumentException("'" + key + "' speaks of every topic: not in a file that adds topics");
        } else if (key.startsWith("unrelated")) {
            rules(
                    Effect.UNRELATED,
                    null,
                    weight(key.substring("unrelated".length()).strip()),
                    value,
                    line);
        } else if (Character.isDigit(key.charAt(0))) {
            Draft topic = topic(key);
            topic.supported = true;
            rules(Effect.SUPPORTS, topic.id, weight(key), value, line);
        } else {
            switch (key) {
                case "licence" -> licensed = true;
                case "topic" -> begin(value, line);
                case "is" -> topic(key).is = value;
                case "is-not" -> topic(key).isNot = value;
                case "example" -> topic(key).examples.add(example(value));
                case "iptc" -> topic(key).iptc = codes(value);
                case "threshold" -> topic(key).threshold = weight(value);
                case "cancel" -> rules(Effect.CANCELS, draft == null ? null : draft.id, 0, value, line);
                default -> throw new IllegalArgumentException("unknown key '" + key + "'");
            }
        }
    }

    private Draft topic(String key) {
        if (draft == null) {
            throw new IllegalArgumentException("'" + key + "' before the first topic");
        }
        return draft;
    }

    private void begin(String id, int line) {
        finish();
        draft = new Draft(id, line);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not a topic's id: '" + id + "'");
        }
        if (topics.stream().anyMatch(topic -> topic.id().equals(id))
                || (base != null
                        && base.topics().stream().anyMatch(topic -> topic.id().equals(id)))) {
            throw new IllegalArgumentException("topic " + id + " is there already");
        }
    }

    private void finish() {
        if (draft == null) {
            return;
        }
        if (base != null) {
            if (!draft.supported && draft.examples.isEmpty()) {
                fault(draft.line, "topic " + draft.id + " needs a phrase or an example");
            }
        } else if (draft.is.isEmpty() || draft.isNot.isEmpty() || draft.iptc.isEmpty() || !draft.supported) {
            fault(draft.line, "topic " + draft.id + " needs 'is', 'is-not', 'iptc' and a phrase");
        }
        topics.add(new Topic(draft.id, draft.is, draft.isNot, draft.examples, draft.iptc, draft.threshold));
    }

    private void rules(Effect effect, @Nullable String topic, double weight, String value, int line) {
        for (String written : value.split(",", -1)) {
            String source = written.strip();
            try {
                if (source.isEmpty()) {
                    throw new IllegalArgumentException("an empty phrase between commas");
                }
                Phrase phrase = phrases.parse(source);
                if (!seen.add(new Meaning(effect, topic, phrase.places()))) {
                    throw new IllegalArgumentException("the phrase is there already: " + source);
                }
                rules.add(new Rule(effect, topic, weight, phrase, line));
            } catch (IllegalArgumentException e) {
                fault(line, String.valueOf(e.getMessage()));
            }
        }
    }

    private static double weight(String value) {
        if (!WEIGHT.matcher(value).matches() || Double.parseDouble(value) == 0) {
            throw new IllegalArgumentException("not above 0 and below 1, with at most two decimals: '" + value + "'");
        }
        return Double.parseDouble(value);
    }

    private static String example(String value) {
        if (Word.of(TextField.TITLE, value).isEmpty()) {
            throw new IllegalArgumentException("an example without words: '" + value + "'");
        }
        return value;
    }

    private static List<String> codes(String value) {
        List<String> codes = List.of(value.split("\\s+"));
        for (String code : codes) {
            if (!IPTC.matcher(code).matches()) {
                throw new IllegalArgumentException("not an IPTC code: '" + code + "'");
            }
        }
        return codes;
    }

    private void fault(int line, String reason) {
        faults.add(new Fault(line, reason));
    }
}
