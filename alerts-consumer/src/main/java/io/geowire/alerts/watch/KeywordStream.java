package io.geowire.alerts.watch;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Indexes whole keywords. All keywords of the n-th group stand at position n, so that a match tells by its position
 * which annotation of the item it means.
 */
final class KeywordStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<List<String>> groups;
    private Iterator<List<String>> nextGroups;
    private Iterator<String> rest;
    private boolean first;

    KeywordStream(List<List<String>> groups) {
        this.groups = groups;
        this.nextGroups = groups.iterator();
        this.rest = List.<String>of().iterator();
    }

    @Override
    public void reset() {
        nextGroups = groups.iterator();
        rest = List.<String>of().iterator();
    }

    @Override
    public boolean incrementToken() {
        while (!rest.hasNext()) {
            if (!nextGroups.hasNext()) {
                return false;
            }
            rest = nextGroups.next().iterator();
            first = true;
        }
        clearAttributes();
        term.append(rest.next());
        increment.setPositionIncrement(first ? 1 : 0);
        first = false;
        return true;
    }
}
