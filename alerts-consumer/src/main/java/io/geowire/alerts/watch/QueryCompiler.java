package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.flexible.core.nodes.AndQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BooleanQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.BoostQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.FuzzyQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.GroupQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.ModifierQueryNode.Modifier;
import org.apache.lucene.queryparser.flexible.core.nodes.OrQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.SlopQueryNode;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Turns the syntax tree of one query into a Lucene query and collects what is wrong with it.
 *
 * <p>Refused are: ranges, regular expressions and interval functions; a wildcard without two letters before it, more
 * than four in a word, or inside quotation marks; fuzzy words too short for their distance; more than
 * {@value #MAX_CLAUSES} clauses; and what is lawful but never meant: {@code and}, {@code or}, {@code not} in small
 * letters, curly quotation marks, a NOT with nothing beside it.
 */
final class QueryCompiler {
    static final String TEXT = "text";
    static final int MAX_CLAUSES = 200;
    static final int MAX_PHRASE_WORDS = 30;
    static final int MAX_SLOP = 50;
    private static final int MAX_WILDCARDS = 4;
    private static final int MIN_LITERAL_PREFIX = 2;
    private static final int FUZZY_PREFIX = 1;
    private static final List<Integer> MIN_FUZZY_LENGTHS = List.of(4, 6);

    private static final Set<String> WORD_FIELDS =
            Set.of(TEXT, TextField.TITLE.queryName(), TextField.BODY.queryName());
    private static final Set<String> KEYWORD_FIELDS =
            Set.of(ItemDocument.ENTITY, ItemDocument.TOPIC, ItemDocument.SOURCE, ItemDocument.LANGUAGE);
    private static final List<String> FIELDS = List.of(
            TextField.TITLE.queryName(),
            TextField.BODY.queryName(),
            TEXT,
            ItemDocument.ENTITY,
            ItemDocument.TOPIC,
            ItemDocument.SOURCE,
            ItemDocument.LANGUAGE);

    private static final Pattern SUFFIX = Pattern.compile("~[0-9.]*");
    private static final Pattern QUOTED_WILDCARD = Pattern.compile("\\w[*]|[*]\\w|\\w[?]\\w");
    private static final Pattern CURLY_QUOTE = Pattern.compile("[\u201C\u201D\u201E]");
    private static final Set<String> SMALL_OPERATORS = Set.of("and", "or", "not");

    private final String source;
    private final NewsAnalyzer analyzer = new NewsAnalyzer();
    private final List<QueryFault> faults = new ArrayList<>();
    private final List<WatchQuery.TopicTerm> topics = new ArrayList<>();
    private int clauses;

    QueryCompiler(String source) {
        this.source = source;
    }

    List<QueryFault> faults() {
        return faults;
    }

    List<WatchQuery.TopicTerm> topics() {
        return topics;
    }

    Query compile(QueryNode node) {
        if (node instanceof GroupQueryNode group) {
            return compile(group.getChild());
        } else if (node instanceof BoostQueryNode boost) {
            return compile(boost.getChild()); // Nothing is ranked here.
        } else if (node instanceof BooleanQueryNode combination) {
            return combination(combination);
        } else if (node instanceof ModifierQueryNode modified) {
            return modified.getModifier() == Modifier.MOD_NOT ? onlyNot(modified) : compile(modified.getChild());
        } else if (node instanceof SlopQueryNode proximity && proximity.getChild() instanceof FieldQueryNode phrase) {
            return leaf(phrase, true, field -> phrase(field, phrase, proximity.getValue()));
        } else if (node instanceof FuzzyQueryNode fuzzy) {
            return leaf(fuzzy, false, field -> fuzzy(field, fuzzy));
        } else if (node instanceof QuotedFieldQueryNode phrase) {
            return leaf(phrase, true, field -> phrase(field, phrase, 0));
        } else if (node instanceof FieldQueryNode word) {
            return leaf(word, false, field -> word(field, word));
        } else if (node instanceof TermRangeQueryNode) {
            return fault(offset(node), "a range is not allowed");
        } else if (node instanceof RegexpQueryNode regex) {
            int at = source.indexOf("/" + regex.getText());
            return fault(Math.max(0, at), "a regular expression is not allowed; use wildcards (sanction*)");
        }
        return fault(offset(node), "this part of Lucene's syntax is not allowed in a watch");
    }

    private Query combination(BooleanQueryNode node) {
        Occur plain = node instanceof AndQueryNode ? Occur.MUST : Occur.SHOULD;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean asks = false;
        for (QueryNode child : node.getChildren()) {
            boolean not = child instanceof ModifierQueryNode m && m.getModifier() == Modifier.MOD_NOT;
            boolean required = child instanceof ModifierQueryNode m && m.getModifier() == Modifier.MOD_REQ;
            if (not && node instanceof OrQueryNode) {
                return fault(offset(child) - 1, "OR NOT would match nearly everything; use AND NOT");
            }
            QueryNode part = child instanceof ModifierQueryNode modified ? modified.getChild() : child;
            all.add(compile(part), not ? Occur.MUST_NOT : required ? Occur.MUST : plain);
            asks |= !not;
        }
        return asks ? all.build() : onlyNot(node);
    }

    private Query onlyNot(QueryNode node) {
        return fault(offset(node), "NOT needs something beside it that is asked for (nuclear AND NOT power)");
    }

    /** A clause: in the default field, it may be met in either text. */
    private Query leaf(FieldQueryNode node, boolean quoted, Function<String, Query> inField) {
        String field = node.getFieldAsString();
        if (++clauses == MAX_CLAUSES + 1) {
            fault(node.getBegin(), "a query has at most " + MAX_CLAUSES + " clauses");
        }
        if (!WORD_FIELDS.contains(field) && !KEYWORD_FIELDS.contains(field)) {
            return fault(
                    field.equals("*") ? node.getBegin() - 2 : fieldOffset(node.getBegin() - (quoted ? 1 : 0)),
                    field.equals("*")
                            ? "*:* would match everything"
                            : "unknown field '" + field + "'" + Suggestion.among(FIELDS, field));
        }
        Query query = field.equals(TEXT)
                ? new BooleanQuery.Builder()
                        .add(inField.apply(TextField.TITLE.queryName()), Occur.SHOULD)
                        .add(inField.apply(TextField.BODY.queryName()), Occur.SHOULD)
                        .build()
                : inField.apply(field);
        return NamedMatches.wrapQuery(written(node, quoted), query);
    }

    private Query word(String field, FieldQueryNode node) {
        CharSequence text = node.getText();
        if (firstWildcard(text) >= 0) {
            return wildcard(field, node, text);
        }
        String word = text.toString();
        if (CURLY_QUOTE.matcher(word).find()) {
            return fault(node.getBegin(), "curly quotation marks quote nothing; write straight ones (\")");
        }
        if (SMALL_OPERATORS.contains(word)) {
            return fault(
                    node.getBegin(),
                    "'" + word + "' is read as a word; write " + word.toUpperCase(Locale.ROOT) + ", or quote it");
        }
        return KEYWORD_FIELDS.contains(field) ? keyword(field, node, word) : words(field, node, word, 0);
    }

    private Query phrase(String field, FieldQueryNode node, int slop) {
        String text = node.getTextAsString();
        if (KEYWORD_FIELDS.contains(field)) {
            return slop == 0
                    ? keyword(field, node, text)
                    : fault(node.getBegin(), "proximity (~) works in title, body and text only");
        }
        if (slop > MAX_SLOP) {
            return fault(node.getBegin(), "proximity goes up to ~" + MAX_SLOP);
        }
        if (QUOTED_WILDCARD.matcher(text).find()) {
            return fault(node.getBegin(), "wildcards do not work inside quotation marks");
        }
        return words(field, node, text, slop);
    }

    private Query keyword(String field, FieldQueryNode node, String text) {
        String folded = Keywords.fold(text);
        if (folded.isEmpty()) {
            return fault(node.getBegin(), "nothing is asked for");
        }
        if (field.equals(ItemDocument.TOPIC)) {
            topics.add(new WatchQuery.TopicTerm(folded, node.getBegin() + 1));
        }
        return new TermQuery(new Term(field, folded));
    }

    /** A word that is several to the analyzer, such as al-Assad or a Chinese name, is a phrase. */
    private Query words(String field, FieldQueryNode node, String text, int slop) {
        List<String> words = analyzer.words(text);
        if (words.isEmpty()) {
            return fault(node.getBegin(), "'" + text + "' has no word to look for");
        }
        if (words.size() > MAX_PHRASE_WORDS) {
            return fault(node.getBegin(), "a phrase has at most " + MAX_PHRASE_WORDS + " words");
        }
        return words.size() == 1
                ? new TermQuery(new Term(field, words.get(0)))
                : new PhraseQuery(slop, field, words.toArray(String[]::new));
    }

    private Query fuzzy(String field, FuzzyQueryNode node) {
        if (KEYWORD_FIELDS.contains(field)) {
            return fault(node.getBegin(), "fuzzy words (~) work in title, body and text only");
        }
        float distance = node.getSimilarity();
        if (distance != 1 && distance != 2) {
            return fault(node.getBegin(), "a fuzzy word takes ~1 or ~2, the number of letters that may differ");
        }
        if (firstWildcard(node.getText()) >= 0) {
            return fault(node.getBegin(), "a word is fuzzy or has wildcards, not both");
        }
        List<String> words = analyzer.words(node.getTextAsString());
        int needed = MIN_FUZZY_LENGTHS.get((int) distance - 1);
        if (words.size() != 1 || words.get(0).length() < needed) {
            return fault(node.getBegin(), "~" + (int) distance + " needs one word of at least " + needed + " letters");
        }
        return automaton(field, words.get(0), (int) distance);
    }

    /** Lucene's own fuzzy query builds its automaton anew for each document, at the cost of a thousand other clauses. */
    private static Query automaton(String field, String word, int distance) {
        String prefix = word.substring(0, FUZZY_PREFIX);
        Automaton similar = new LevenshteinAutomata(word.substring(FUZZY_PREFIX), true).toAutomaton(distance, prefix);
        return new AutomatonQuery(new Term(field, word), similar);
    }

    private Query wildcard(String field, FieldQueryNode node, CharSequence text) {
        int first = firstWildcard(text);
        if (first < MIN_LITERAL_PREFIX) {
            return fault(node.getBegin(), "a wildcard needs at least " + MIN_LITERAL_PREFIX + " letters before it");
        }
        StringBuilder pattern = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        StringBuilder sample = new StringBuilder();
        int wildcards = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isWildcard(text, i)) {
                pattern.append(escaped(folded(field, literal.toString()))).append(text.charAt(i));
                literal.setLength(0);
                sample.append('x');
                wildcards++;
            } else {
                literal.append(text.charAt(i));
                sample.append(text.charAt(i));
            }
        }
        if (wildcards > MAX_WILDCARDS) {
            return fault(node.getBegin(), "a word has at most " + MAX_WILDCARDS + " wildcards");
        }
        if (WORD_FIELDS.contains(field) && analyzer.words(sample.toString()).size() != 1) {
            return fault(node.getBegin(), "with wildcards it must be one word, this is cut into several");
        }
        if (first == text.length() - 1 && text.charAt(first) == '*') {
            return new PrefixQuery(
                    new Term(field, folded(field, text.subSequence(0, first).toString())));
        }
        pattern.append(escaped(folded(field, literal.toString())));
        try {
            return new WildcardQuery(new Term(field, pattern.toString()), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        } catch (TooComplexToDeterminizeException e) {
            return fault(node.getBegin(), "the wildcards make this too costly");
        }
    }

    private String folded(String field, String part) {
        return WORD_FIELDS.contains(field) ? analyzer.part(part) : Keywords.foldPart(part);
    }

    private static String escaped(String literal) {
        return literal.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private static int firstWildcard(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (isWildcard(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isWildcard(CharSequence text, int i) {
        char c = text.charAt(i);
        return (c == '*' || c == '?') && !(text instanceof UnescapedCharSequence escaped && escaped.wasEscaped(i));
    }

    private Query fault(int offset, String reason) {
        QueryFault fault = new QueryFault(Math.max(0, offset) + 1, reason);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
        return new MatchNoDocsQuery(reason);
    }

    /** The clause as written, with its field, quotation marks and proximity. */
    private String written(FieldQueryNode node, boolean quoted) {
        int start = fieldOffset(node.getBegin() - (quoted ? 1 : 0));
        int end = node.getEnd() + (quoted ? 1 : 0);
        var suffix = SUFFIX.matcher(source).region(end, source.length());
        return source.substring(start, suffix.lookingAt() ? suffix.end() : end).replaceAll("\\s+", " ");
    }

    /** Where the field of a term begins if it bears one itself, else the term. */
    private int fieldOffset(int term) {
        int colon = term - 1;
        while (colon >= 0 && Character.isWhitespace(source.charAt(colon))) {
            colon--;
        }
        if (colon < 0 || source.charAt(colon) != ':' && source.charAt(colon) != '=') {
            return term;
        }
        int start = colon;
        while (start > 0 && Character.isWhitespace(source.charAt(start - 1))) {
            start--;
        }
        while (start > 0
                && !Character.isWhitespace(source.charAt(start - 1))
                && "()+-!\"".indexOf(source.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Where the first term of a part stands. */
    private static int offset(QueryNode node) {
        if (node instanceof FieldQueryNode field) {
            return field.getBegin();
        }
        List<QueryNode> children = node.getChildren();
        return children == null || children.isEmpty() ? 0 : offset(children.get(0));
    }
}
