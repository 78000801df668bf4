package io.geowire.alerts.watch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.core.nodes.FieldQueryNode;
import org.apache.lucene.queryparser.flexible.core.nodes.QuotedFieldQueryNode;

/** Finds clauses in the text of a query: the syntax tree knows where their words stand, but not all that belongs to them. */
final class ClauseSource {
    private static final Pattern PROXIMITY = Pattern.compile("~[0-9.]*");

    /** What ends a field name going backwards, besides white space. */
    private static final String BEFORE_FIELD = "()+-!\"";

    private final String query;

    ClauseSource(String query) {
        this.query = query;
    }

    /** The clause as written, with its own field, quotation marks and proximity; white space in it is one space. */
    String clause(FieldQueryNode node) {
        int end = node.getEnd() + quote(node);
        Matcher proximity = PROXIMITY.matcher(query).region(end, query.length());
        return query.substring(start(node), proximity.lookingAt() ? proximity.end() : end)
                .replaceAll("\\s+", " ");
    }

    /** Where the clause begins: at its field, if it bears one itself and not its group. */
    int start(FieldQueryNode node) {
        int term = node.getBegin() - quote(node);
        int colon = skipBlanks(term);
        if (colon == 0 || ":=".indexOf(query.charAt(colon - 1)) < 0) {
            return term;
        }
        int start = skipBlanks(colon - 1);
        while (start > 0
                && !Character.isWhitespace(query.charAt(start - 1))
                && BEFORE_FIELD.indexOf(query.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    /** Where a regular expression begins. */
    int startOfRegex(CharSequence regex) {
        return Math.max(0, query.indexOf("/" + regex));
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at > 0 && Character.isWhitespace(query.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static int quote(FieldQueryNode node) {
        return node instanceof QuotedFieldQueryNode ? 1 : 0;
    }
}
