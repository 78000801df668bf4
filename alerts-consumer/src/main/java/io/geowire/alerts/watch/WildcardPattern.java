package io.geowire.alerts.watch;

import java.util.function.UnaryOperator;
import org.apache.lucene.queryparser.flexible.core.util.UnescapedCharSequence;

/**
 * A word with wildcards: {@code *} for any number of characters, {@code ?} for one. Escaped ones are characters like any
 * other.
 */
record WildcardPattern(CharSequence text) {
    boolean hasWildcards() {
        return first() < text.length();
    }

    /** Offset of the first wildcard; the length if there is none. */
    int first() {
        int i = 0;
        while (i < text.length() && !isWildcard(i)) {
            i++;
        }
        return i;
    }

    int count() {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += isWildcard(i) ? 1 : 0;
        }
        return count;
    }

    /** Whether it asks for a beginning alone. */
    boolean isPrefix() {
        return first() == text.length() - 1 && text.charAt(first()) == '*';
    }

    /** What stands before the first wildcard. */
    String prefix() {
        return text.subSequence(0, first()).toString();
    }

    /** A word that it matches, as long as it is. */
    String sample() {
        StringBuilder sample = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            sample.append(isWildcard(i) ? 'x' : text.charAt(i));
        }
        return sample.toString();
    }

    /** As Lucene writes it, each part between wildcards folded. */
    String folded(UnaryOperator<String> fold) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (isWildcard(i)) {
                pattern.append(escape(fold.apply(part.toString()))).append(text.charAt(i));
                part.setLength(0);
            } else {
                part.append(text.charAt(i));
            }
        }
        return pattern.append(escape(fold.apply(part.toString()))).toString();
    }

    private static String escape(String literal) {
        return literal.replaceAll("[\\\\*?]", "\\\\$0");
    }

    private boolean isWildcard(int i) {
        char c = text.charAt(i);
        return (c == '*' || c == '?') && !(text instanceof UnescapedCharSequence escaped && escaped.wasEscaped(i));
    }
}
