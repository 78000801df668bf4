package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Turns a word, a phrase, a fuzzy word or a word with wildcards into a Lucene query over one field. */
final class LeafCompiler {
    static final int MAX_PHRASE_WORDS = 30;
    static final int MAX_SLOP = 50;
    private static final int MAX_WILDCARDS = 4;
    private static final int MIN_PREFIX = 2;
    private static final int FUZZY_PREFIX = 1;
    private static final List<Integer> MIN_FUZZY_LENGTHS = List.of(4, 6);

    private static final Pattern QUOTED_WILDCARD = Pattern.compile("\\w[*]|[*]\\w|\\w[?]\\w");
    private static final Pattern CURLY_QUOTE = Pattern.compile("[\u201C\u201D\u201E]");
    private static final Set<String> SMALL_OPERATORS = Set.of("and", "or", "not");

    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final List<WatchQuery.TopicTerm> topics = new ArrayList<>();
    private final QueryFaults faults;

    LeafCompiler(QueryFaults faults) {
        this.faults = faults;
    }

    /** The topics that were named. */
    List<WatchQuery.TopicTerm> topics() {
        return topics;
    }

    Query word(String field, FieldQueryNode node) {
        WildcardPattern pattern = new WildcardPattern(node.getText());
        if (pattern.hasWildcards()) {
            return wildcard(field, node.getBegin(), pattern);
        }
        String word = node.getTextAsString();
        if (CURLY_QUOTE.matcher(word).find()) {
            return faults.add(node.getBegin(), "curly quotation marks quote nothing; write straight ones (\")");
        }
        if (SMALL_OPERATORS.contains(word)) {
            return faults.add(
                    node.getBegin(),
                    "'%s' is read as a word; write %s, or quote it".formatted(word, word.toUpperCase(Locale.ROOT)));
        }
        return QueryFields.isKeyword(field)
                ? keyword(field, node.getBegin(), word)
                : words(field, node.getBegin(), word, 0);
    }

    Query phrase(String field, FieldQueryNode node, int slop) {
        String text = node.getTextAsString();
        if (QueryFields.isKeyword(field)) {
            return slop == 0
                    ? keyword(field, node.getBegin(), text)
                    : faults.add(node.getBegin(), "proximity (~) works in title, body and text only");
        }
        if (slop > MAX_SLOP) {
            return faults.add(node.getBegin(), "proximity goes up to ~" + MAX_SLOP);
        }
        if (QUOTED_WILDCARD.matcher(text).find()) {
            return faults.add(node.getBegin(), "wildcards do not work inside quotation marks");
        }
        return words(field, node.getBegin(), text, slop);
    }

    private Query keyword(String field, int offset, String text) {
        String folded = Keywords.fold(text);
        if (folded.isEmpty()) {
            return faults.add(offset, "nothing is asked for");
        }
        if (field.equals(ItemDocument.TOPIC)) {
            topics.add(new WatchQuery.TopicTerm(folded, offset + 1));
        }
        return new TermQuery(new Term(field, folded));
    }

    /** A word that is several to the analyzer, such as al-Assad or a Chinese name, is a phrase. */
    private Query words(String field, int offset, String text, int slop) {
        List<String> words = analyzer.words(text);
        if (words.isEmpty()) {
            return faults.add(offset, "'" + text + "' has no word to look for");
        }
        if (words.size() > MAX_PHRASE_WORDS) {
            return faults.add(offset, "a phrase has at most " + MAX_PHRASE_WORDS + " words");
        }
        return words.size() == 1
                ? new TermQuery(new Term(field, words.get(0)))
                : new PhraseQuery(slop, field, words.toArray(String[]::new));
    }

    Query fuzzy(String field, FuzzyQueryNode node) {
        int offset = node.getBegin();
        if (QueryFields.isKeyword(field)) {
            return faults.add(offset, "fuzzy words (~) work in title, body and text only");
        }
        float distance = node.getSimilarity();
        if (distance != 1 && distance != 2) {
            return faults.add(offset, "a fuzzy word takes ~1 or ~2, the number of letters that may differ");
        }
        if (new WildcardPattern(node.getText()).hasWildcards()) {
            return faults.add(offset, "a word is fuzzy or has wildcards, not both");
        }
        List<String> words = analyzer.words(node.getTextAsString());
        int needed = MIN_FUZZY_LENGTHS.get((int) distance - 1);
        if (words.size() != 1 || words.get(0).length() < needed) {
            return faults.add(offset, "~%d needs one word of at least %d letters".formatted((int) distance, needed));
        }
        return similar(field, words.get(0), (int) distance);
    }

    /** Lucene's own fuzzy query builds its automaton anew for each document, at the cost of a thousand other clauses. */
    private static Query similar(String field, String word, int distance) {
        String prefix = word.substring(0, FUZZY_PREFIX);
        Automaton similar = new LevenshteinAutomata(word.substring(FUZZY_PREFIX), true).toAutomaton(distance, prefix);
        return new AutomatonQuery(new Term(field, word), similar);
    }

    private Query wildcard(String field, int offset, WildcardPattern pattern) {
        if (pattern.first() < MIN_PREFIX) {
            return faults.add(offset, "a wildcard needs at least " + MIN_PREFIX + " letters before it");
        }
        if (pattern.count() > MAX_WILDCARDS) {
            return faults.add(offset, "a word has at most " + MAX_WILDCARDS + " wildcards");
        }
        if (QueryFields.isKeyword(field)) {
            return wildcard(new Term(field, pattern.folded(Keywords::foldPart)), offset);
        }
        if (analyzer.words(pattern.sample()).size() != 1) {
            return faults.add(offset, "with wildcards it must be one word, this is cut into several");
        }
        return pattern.isPrefix()
                ? new PrefixQuery(new Term(field, analyzer.part(pattern.prefix())))
                : wildcard(new Term(field, pattern.folded(analyzer::part)), offset);
    }

    private Query wildcard(Term pattern, int offset) {
        try {
            return new WildcardQuery(pattern, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        } catch (TooComplexToDeterminizeException e) {
            return faults.add(offset, "the wildcards make this too costly");
        }
    }
}
