package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The states and territories of a table by the ISO code of their country, their names and their demonyms. A name or a demonym
 * that two of them have is that of the first.
 */
public final class States {
    private final Map<String, String> countryByName = new HashMap<>();
    private final Map<String, String> countryByDemonym = new HashMap<>();
    private final Map<String, String> adjectives = new HashMap<>();
    private final Map<String, Set<String>> ownWords = new HashMap<>();

    States(List<EntityRecord> entities) {
        entities.stream().filter(EntityRecord::isState).forEach(this::add);
    }

    private void add(EntityRecord state) {
        String country = state.countries().get(0);
        Set<String> own = ownWords.computeIfAbsent(country, c -> new HashSet<>());
        for (Alias alias : state.aliases()) {
            countryByName.putIfAbsent(Folding.fold(alias.text()), country);
            own.addAll(words(alias.text()));
        }
        for (String demonym : state.demonyms()) {
            countryByDemonym.putIfAbsent(Folding.fold(demonym), country);
            own.addAll(words(demonym));
        }
        adjectives.putIfAbsent(
                country,
                state.demonyms().isEmpty() ? state.name() : state.demonyms().get(0));
    }

    /** The words of a name, folded. */
    static List<String> words(String name) {
        return Tokenizer.tokenize(TextField.TITLE, name).stream()
                .filter(Token::isWord)
                .map(Token::folded)
                .toList();
    }

    /** The country of a folded name; null if no state has it. */
    @Nullable
    String named(String name) {
        return countryByName.get(name);
    }

    /** The country of a folded demonym in the singular; null if no state has it. */
    public @Nullable String ofDemonym(String demonym) {
        return countryByDemonym.get(demonym);
    }

    /** Whether the folded word is one of a country's names and demonyms, or a part of one. */
    boolean isOwnWord(String country, String word) {
        return ownWords.getOrDefault(country, Set.of()).contains(word);
    }

    /** What stands before a body of the country: its demonym, its name where it has none, its code if it is no state. */
    String adjective(String country) {
        return adjectives.getOrDefault(country, country);
    }
}
