package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.States;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Countries that a text speaks of by an adjective or a name of their people: "Israeli jets", "South Africans vote". */
public final class Demonyms {
    private final States states;

    private Demonyms(States states) {
        this.states = states;
    }

    /** Those of a table. */
    public static Demonyms of(EntityTable table) {
        return new Demonyms(table.states());
    }

    /** ISO codes of the countries whose demonyms a text has, in order. */
    Set<String> countries(String text) {
        List<String> words = Tokenizer.tokenize(TextField.TITLE, text).stream()
                .filter(Token::isWord)
                .map(Token::folded)
                .toList();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            String two = i + 1 < words.size() ? named(words.get(i) + ' ' + words.get(i + 1)) : null;
            String country = two == null ? named(words.get(i)) : two;
            if (country != null) {
                found.add(country);
            }
            i += two == null ? 0 : 1;
        }
        return found;
    }

    private @Nullable String named(String word) {
        String country = states.ofDemonym(word);
        boolean plural = country == null && word.endsWith("s");
        return plural ? states.ofDemonym(word.substring(0, word.length() - 1)) : country;
    }
}
