package io.geowire.enrichment.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds all phrases of a lexicon in one pass over the words.
 *
 * <p>The phrases form a trie whose steps are word sets, so each word of a text is looked up once, whatever the number of
 * phrases. From each word the trie is walked at most as deep as its longest phrase, trying a bounded number of words at a
 * gap: the time is linear in the text.
 */
final class PhraseIndex {
    /** The words from {@code from} to {@code to}, both included, are the phrase numbered {@code phrase}. */
    record Occurrence(int phrase, int from, int to) {}

    private static final List<Integer> NONE = List.of();

    private static final class Node {
        final List<Integer> phrases = new ArrayList<>(1);
        final List<Branch> branches = new ArrayList<>(1);

        Node next(int gap, int set) {
            for (Branch branch : branches) {
                if (branch.gap() == gap) {
                    return branch.nodes().computeIfAbsent(set, s -> new Node());
                }
            }
            branches.add(new Branch(gap, new HashMap<>()));
            return next(gap, set);
        }
    }

    /** Where to go from a node over at most {@code gap} other words, by the number of the word set that stands there. */
    private record Branch(int gap, Map<Integer, Node> nodes) {}

    private final Node root = new Node();
    private final Map<WordSet, Integer> sets = new HashMap<>();
    private final Map<String, List<Integer>> byWord = new HashMap<>();
    private final Map<String, List<Integer>> byPrefix = new HashMap<>();
    private final Map<String, List<Integer>> byExact = new HashMap<>();
    private int longestPrefix;

    /** An index in which each phrase has its place in the list as number. */
    PhraseIndex(List<Phrase> phrases) {
        for (int i = 0; i < phrases.size(); i++) {
            Node node = root;
            for (Phrase.Place place : phrases.get(i).places()) {
                node = node.next(place.gap(), number(place.words()));
            }
            node.phrases.add(i);
        }
    }

    private int number(WordSet set) {
        Integer known = sets.get(set);
        if (known != null) {
            return known;
        }
        int number = sets.size();
        sets.put(set, number);
        set.words().forEach(word -> add(byWord, word, number));
        set.exact().forEach(word -> add(byExact, word, number));
        set.prefixes().forEach(prefix -> {
            add(byPrefix, prefix, number);
            longestPrefix = Math.max(longestPrefix, prefix.length());
        });
        return number;
    }

    private static void add(Map<String, List<Integer>> map, String key, int number) {
        map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(number);
    }

    /** Every place where a phrase stands, by its first word; of several ends from one first word the nearest. */
    List<Occurrence> find(List<Word> words) {
        List<List<Integer>> setsAt = new ArrayList<>(words.size());
        Map<String, List<Integer>> known = new HashMap<>();
        words.forEach(word -> setsAt.add(known.computeIfAbsent(word.exact(), exact -> setsOf(word))));
        List<Occurrence> found = new ArrayList<>();
        Map<Integer, Integer> ends = new TreeMap<>();
        for (int i = 0; i < words.size(); i++) {
            if (!setsAt.get(i).isEmpty()) {
                ends.clear();
                step(root, words, setsAt, i, i, ends);
                int from = i;
                ends.forEach((phrase, to) -> found.add(new Occurrence(phrase, from, to)));
            }
        }
        return found;
    }

    private List<Integer> setsOf(Word word) {
        List<Integer> found = byWord.getOrDefault(word.folded(), NONE);
        found = joined(found, byExact.getOrDefault(word.exact(), NONE));
        int longest = Math.min(longestPrefix, word.folded().length());
        for (int length = 1; length <= longest; length++) {
            found = joined(found, byPrefix.getOrDefault(word.folded().substring(0, length), NONE));
        }
        return found;
    }

    private static List<Integer> joined(List<Integer> first, List<Integer> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        List<Integer> both = new ArrayList<>(first);
        second.stream().filter(set -> !first.contains(set)).forEach(both::add);
        return both;
    }

    private static void step(
            Node node, List<Word> words, List<List<Integer>> setsAt, int first, int next, Map<Integer, Integer> ends) {
        for (Branch branch : node.branches) {
            int last = Math.min(words.size() - 1, next + branch.gap());
            for (int at = next;
                    at <= last && words.get(at).sentence() == words.get(first).sentence();
                    at++) {
                for (int set : setsAt.get(at)) {
                    Node child = branch.nodes().get(set);
                    if (child != null) {
                        for (int phrase : child.phrases) {
                            ends.merge(phrase, at, Math::min);
                        }
                        step(child, words, setsAt, first, at + 1, ends);
                    }
                }
            }
        }
    }
}
