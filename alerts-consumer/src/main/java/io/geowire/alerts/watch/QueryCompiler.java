package io.geowire.alerts.watch;

import io.geowire.service.yaml.Suggestion;
import java.util.List;
import java.util.function.Function;
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
import org.apache.lucene.queryparser.flexible.standard.nodes.RegexpQueryNode;
import org.apache.lucene.queryparser.flexible.standard.nodes.TermRangeQueryNode;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.NamedMatches;
import org.apache.lucene.search.Query;

/**
 * Turns the syntax tree of one query into a Lucene query.
 *
 * <p>Refused are: ranges, regular expressions and interval functions; more than {@value #MAX_CLAUSES} clauses; a NOT with
 * nothing beside it; and what {@link LeafCompiler} refuses of words and phrases.
 */
final class QueryCompiler {
    static final int MAX_CLAUSES = 200;

    private final ClauseSource source;
    private final QueryFaults faults;
    private final LeafCompiler leaves;
    private int clauses;

    QueryCompiler(String query, QueryFaults faults, LeafCompiler leaves) {
        this.source = new ClauseSource(query);
        this.faults = faults;
        this.leaves = leaves;
    }

    Query compile(QueryNode node) {
        if (node instanceof GroupQueryNode group) {
            return compile(group.getChild());
        } else if (node instanceof BoostQueryNode boost) {
            return compile(boost.getChild()); // Nothing is ranked here.
        } else if (node instanceof BooleanQueryNode combination) {
            return combination(combination);
        } else if (node instanceof ModifierQueryNode modified) {
            return isNot(modified) ? onlyNot(modified) : compile(modified.getChild());
        } else if (node instanceof SlopQueryNode proximity && proximity.getChild() instanceof FieldQueryNode phrase) {
            return clause(phrase, field -> leaves.phrase(field, phrase, proximity.getValue()));
        } else if (node instanceof FuzzyQueryNode fuzzy) {
            return clause(fuzzy, field -> leaves.fuzzy(field, fuzzy));
        } else if (node instanceof QuotedFieldQueryNode phrase) {
            return clause(phrase, field -> leaves.phrase(field, phrase, 0));
        } else if (node instanceof FieldQueryNode word) {
            return clause(word, field -> leaves.word(field, word));
        } else if (node instanceof TermRangeQueryNode) {
            return faults.add(offset(node), "a range is not allowed");
        } else if (node instanceof RegexpQueryNode regex) {
            return faults.add(
                    source.startOfRegex(regex.getText()),
                    "a regular expression is not allowed; use wildcards (sanction*)");
        }
        return faults.add(offset(node), "this part of Lucene's syntax is not allowed in a watch");
    }

    private Query combination(BooleanQueryNode node) {
        Occur plain = node instanceof AndQueryNode ? Occur.MUST : Occur.SHOULD;
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean asks = false;
        for (QueryNode child : node.getChildren()) {
            if (isNot(child) && node instanceof OrQueryNode) {
                return faults.add(offset(child), "OR NOT would match nearly everything; use AND NOT");
            }
            Query part = compile(child instanceof ModifierQueryNode modified ? modified.getChild() : child);
            if (clauses > MAX_CLAUSES) {
                return part; // Lucene's own limit, which is told less well, is not far.
            }
            all.add(part, isNot(child) ? Occur.MUST_NOT : isRequired(child) ? Occur.MUST : plain);
            asks |= !isNot(child);
        }
        return asks ? all.build() : onlyNot(node);
    }

    private Query onlyNot(QueryNode node) {
        return faults.add(offset(node), "NOT needs something beside it that is asked for (nuclear AND NOT power)");
    }

    /** A clause by its name; one in the default field may be met in either text. */
    private Query clause(FieldQueryNode node, Function<String, Query> inField) {
        String field = node.getFieldAsString();
        if (++clauses > MAX_CLAUSES) {
            return faults.add(node.getBegin(), "a query has at most " + MAX_CLAUSES + " clauses");
        }
        if (field.equals("*")) {
            return faults.add(source.start(node), "*:* would match everything");
        }
        if (!QueryFields.NAMES.contains(field)) {
            return faults.add(
                    source.start(node), "unknown field '" + field + "'" + Suggestion.among(QueryFields.NAMES, field));
        }
        Query query = field.equals(QueryFields.TEXT)
                ? new BooleanQuery.Builder()
                        .add(inField.apply(TextField.TITLE.queryName()), Occur.SHOULD)
                        .add(inField.apply(TextField.BODY.queryName()), Occur.SHOULD)
                        .build()
                : inField.apply(field);
        return NamedMatches.wrapQuery(source.clause(node), query);
    }

    private static boolean isNot(QueryNode node) {
        return node instanceof ModifierQueryNode modified && modified.getModifier() == Modifier.MOD_NOT;
    }

    private static boolean isRequired(QueryNode node) {
        return node instanceof ModifierQueryNode modified && modified.getModifier() == Modifier.MOD_REQ;
    }

    /** Where the first word of a part stands. */
    private static int offset(QueryNode node) {
        if (node instanceof FieldQueryNode field) {
            return field.getBegin();
        }
        List<QueryNode> children = node.getChildren();
        return children == null || children.isEmpty() ? 0 : offset(children.get(0));
    }
}
