package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queryparser.flexible.core.QueryNodeParseException;
import org.apache.lucene.queryparser.flexible.core.nodes.QueryNode;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.StandardSyntaxParser;
import org.apache.lucene.queryparser.flexible.standard.parser.Token;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The query of a watch, in the syntax of Lucene's standard query parser: words, phrases, proximity, AND OR NOT + -,
 * groups, fields, wildcards, fuzzy words. AND binds closer than OR, and words side by side are joined by OR. The
 * default field {@code text} is title and body; no phrase reaches from one into the other or across paragraphs.
 *
 * <p>What cannot be run at a bounded cost is refused, and so is what is lawful but never meant: see {@link QueryCompiler} and
 * {@link LeafCompiler}.
 */
final class WatchQuery {
    static final int MAX_LENGTH = 5_000;

    /** The syntax parser descends into each, so they bound its stack. */
    private static final int MAX_PARENTHESES = 200;

    private final Query query;
    private final List<TopicTerm> topics;

    /** A topic that the query names. */
    record TopicTerm(String id, int column) {}

    private WatchQuery(Query query, List<TopicTerm> topics) {
        this.query = query;
        this.topics = List.copyOf(topics);
    }

    /** Over the fields of {@link ItemDocument}; each clause is a named match that bears it as written. */
    Query query() {
        return query;
    }

    /** The topics that it names, whole ids only. */
    List<TopicTerm> topics() {
        return topics;
    }

    /** @throws WatchQueryException if it is not a query, or a costly one */
    static WatchQuery parse(String text) throws WatchQueryException {
        QueryNode tree = syntaxTree(text);
        QueryFaults faults = new QueryFaults();
        LeafCompiler leaves = new LeafCompiler(faults);
        Query query = new QueryCompiler(text, faults, leaves).compile(tree);
        if (!faults.inOrder().isEmpty()) {
            throw new WatchQueryException(faults.inOrder());
        }
        return new WatchQuery(query, leaves.topics());
    }

    private static QueryNode syntaxTree(String text) throws WatchQueryException {
        if (text.isBlank()) {
            throw fault(0, "the query is empty");
        }
        if (text.length() > MAX_LENGTH) {
            throw fault(MAX_LENGTH, "a query has at most " + MAX_LENGTH + " characters, this has " + text.length());
        }
        if (text.chars().filter(c -> c == '(').count() > MAX_PARENTHESES) {
            throw fault(text.indexOf('('), "a query has at most " + MAX_PARENTHESES + " parentheses");
        }
        try {
            return new StandardSyntaxParser().parse(text, QueryFields.TEXT);
        } catch (ParseException e) {
            throw syntaxFault(text, e.currentToken);
        } catch (QueryNodeParseException e) {
            throw unclosed(text);
        }
    }

    private static WatchQueryException syntaxFault(String text, @Nullable Token last) {
        Token unexpected = last == null ? null : last.next;
        if (unexpected == null || unexpected.beginColumn >= text.length() || unexpected.image.isEmpty()) {
            return fault(text.length(), "the query ends where more is expected");
        }
        return fault(unexpected.beginColumn, "'" + unexpected.image + "' is not expected here");
    }

    /** The tokenizer gave up: the end came inside a quotation, a regular expression or an escape. */
    private static WatchQueryException unclosed(String text) {
        List<Integer> quotes = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quotes.add(i);
                default -> {}
            }
        }
        if (quotes.size() % 2 != 0) {
            return fault(quotes.get(quotes.size() - 1), "the quotation mark is not closed");
        }
        return text.endsWith("\\")
                ? fault(text.length() - 1, "nothing follows the backslash")
                : fault(Math.max(0, text.indexOf('/')), "the slash is not closed; write \\/ for the character");
    }

    private static WatchQueryException fault(int offset, String reason) {
        return new WatchQueryException(List.of(new QueryFault(offset + 1, reason)));
    }
}
