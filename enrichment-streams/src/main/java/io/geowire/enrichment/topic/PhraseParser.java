package io.geowire.enrichment.topic;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads phrases as the lexicon writes them. Its state is the word classes defined so far and what it has read with them. */
final class PhraseParser {
    /** Words that may stand at ".." and at "...". */
    private static final int SHORT_GAP = 3;

    private static final int LONG_GAP = 12;
    private static final int MOST_GAPS = 2;
    private static final int MOST_PLACES = 8;
    private static final int SHORTEST_PREFIX = 3;

    private final Map<String, Words> classes = new HashMap<>();
    private final Map<String, WordSet> sets = new HashMap<>();

    /** Another parser with the classes defined so far. */
    PhraseParser copy() {
        PhraseParser copy = new PhraseParser();
        classes.forEach((name, words) -> {
            Words members = copy.classes.computeIfAbsent(name, n -> new Words());
            members.words.addAll(words.words);
            members.prefixes.addAll(words.prefixes);
            members.exact.addAll(words.exact);
        });
        return copy;
    }

    private static final class Words {
        final Set<String> words = new HashSet<>();
        final Set<String> prefixes = new HashSet<>();
        final Set<String> exact = new HashSet<>();

        WordSet frozen() {
            return new WordSet(words, prefixes, exact);
        }
    }

    /**
     * Adds words to a class.
     *
     * @throws IllegalArgumentException with the reason, if a word is none
     */
    void define(String name, String words) {
        Words members = classes.computeIfAbsent(name, n -> new Words());
        sets.clear();
        for (String word : words.split("\\s+")) {
            add(word, members);
        }
    }

    /**
     * The phrase written so.
     *
     * @throws IllegalArgumentException with the reason, if it is none
     */
    Phrase parse(String source) {
        List<Phrase.Place> places = new ArrayList<>();
        int gap = 0;
        int gaps = 0;
        for (String part : source.split("\\s+")) {
            if (part.equals("..") || part.equals("...")) {
                if (places.isEmpty() || gap > 0) {
                    throw new IllegalArgumentException("a gap must stand between two words: " + source);
                }
                gap = part.length() == 2 ? SHORT_GAP : LONG_GAP;
                gaps++;
                continue;
            }
            places.add(new Phrase.Place(gap, words(part)));
            gap = 0;
        }
        if (gap > 0) {
            throw new IllegalArgumentException("a gap must stand between two words: " + source);
        }
        if (gaps > MOST_GAPS) {
            throw new IllegalArgumentException("more than " + MOST_GAPS + " gaps: " + source);
        }
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("more than " + MOST_PLACES + " words: " + source);
        }
        return new Phrase(source, places);
    }

    private WordSet words(String alternatives) {
        WordSet known = sets.get(alternatives);
        if (known != null) {
            return known;
        }
        Words words = new Words();
        for (String alternative : alternatives.split("\\|", -1)) {
            add(alternative, words);
        }
        WordSet set = words.frozen();
        sets.put(alternatives, set);
        return set;
    }

    private void add(String word, Words to) {
        if (word.startsWith("@")) {
            Words members = classes.get(word.substring(1));
            if (members == null) {
                throw new IllegalArgumentException("unknown class " + word);
            }
            to.words.addAll(members.words);
            to.prefixes.addAll(members.prefixes);
            to.exact.addAll(members.exact);
        } else if (word.startsWith("=")) {
            to.exact.add(Word.withoutPeriods(oneWord(word.substring(1), word)));
        } else if (word.endsWith("*")) {
            String prefix = folded(word.substring(0, word.length() - 1), word);
            if (prefix.length() < SHORTEST_PREFIX) {
                throw new IllegalArgumentException(
                        "fewer than " + SHORTEST_PREFIX + " letters before the asterisk: " + word);
            }
            to.prefixes.add(prefix);
        } else if (word.endsWith("+")) {
            to.words.addAll(Inflections.of(folded(word.substring(0, word.length() - 1), word)));
        } else {
            to.words.add(folded(word, word));
        }
    }

    private static String folded(String word, String written) {
        return Word.withoutPeriods(Folding.fold(oneWord(word, written)));
    }

    /** A word that the tokenizer would cut could never match. */
    private static String oneWord(String word, String written) {
        List<Token> tokens = Tokenizer.tokenize(TextField.TITLE, word);
        if (tokens.size() != 1
                || tokens.get(0).kind() == Token.Kind.SYMBOL
                || !tokens.get(0).text().equals(word)) {
            throw new IllegalArgumentException("not one word: '" + written + "'");
        }
        return word;
    }
}
