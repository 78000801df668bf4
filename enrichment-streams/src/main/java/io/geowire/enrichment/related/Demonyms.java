package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.EntityRecord;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Countries that a text speaks of by an adjective or a name of their people: "Israeli jets", "South Africans vote". */
public final class Demonyms {
    private final Map<String, List<String>> countries = new HashMap<>();

    private Demonyms() {}

    /** The demonyms of a table; of one that two places have, the first place counts. */
    public static Demonyms of(EntityTable table) {
        Demonyms demonyms = new Demonyms();
        for (EntityRecord entity : table.entities()) {
            for (String demonym : entity.demonyms()) {
                demonyms.countries.putIfAbsent(Folding.fold(demonym), entity.countries());
            }
        }
        return demonyms;
    }

    /** ISO codes of the countries whose demonyms a text has, in order. */
    Set<String> countries(String text) {
        List<String> words = Tokenizer.tokenize(TextField.TITLE, text).stream()
                .filter(Token::isWord)
                .map(Token::folded)
                .toList();
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < words.size(); i++) {
            List<String> two = i + 1 < words.size() ? named(words.get(i) + " " + words.get(i + 1)) : List.of();
            found.addAll(two.isEmpty() ? named(words.get(i)) : two);
            i += two.isEmpty() ? 0 : 1;
        }
        return found;
    }

    private List<String> named(String word) {
        List<String> exactly = countries.getOrDefault(word, List.of());
        boolean plural = exactly.isEmpty() && word.endsWith("s");
        return plural ? countries.getOrDefault(word.substring(0, word.length() - 1), List.of()) : exactly;
    }
}
