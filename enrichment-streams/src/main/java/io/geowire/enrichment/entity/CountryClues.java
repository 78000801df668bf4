package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that tell which country a text is about: names, demonyms and capitals of states and territories. Names that have a
 * context rule, or that several countries share, tell nothing.
 */
final class CountryClues {
    /** Before the code of a country, where words are asked for: {@code @ge} stands for Georgian and Tbilisi. */
    static final char MARK = '@';

    private final Gazetteer gazetteer;

    CountryClues(EntityTable table) {
        Map<String, Set<String>> countriesByWord = new HashMap<>();
        for (EntityRecord entity : table.entities()) {
            boolean capital = entity.kinds().contains(EntityKind.CAPITAL)
                    && entity.countries().size() == 1;
            if (!capital && !entity.isState()) {
                continue;
            }
            for (Alias alias : entity.aliases()) {
                if (alias.isConditional() || !alias.bars().isEmpty()) {
                    add(countriesByWord, alias.text(), "");
                }
                add(countriesByWord, alias.text(), entity.countries().get(0));
            }
            for (String demonym : entity.demonyms()) {
                add(countriesByWord, demonym, entity.countries().get(0));
                add(countriesByWord, demonym + "s", entity.countries().get(0));
            }
        }
        List<EntityRecord> clues = new ArrayList<>();
        countriesByWord.forEach((word, countries) -> {
            if (countries.size() == 1) {
                clues.add(new EntityRecord(
                        word,
                        EntityType.LOCATION,
                        word,
                        List.of(new Alias(word, Alias.Strength.PLAIN)),
                        List.of(),
                        List.copyOf(countries),
                        Set.of()));
            }
        });
        this.gazetteer = new Gazetteer(clues);
    }

    private static void add(Map<String, Set<String>> countriesByWord, String word, String country) {
        countriesByWord.computeIfAbsent(word, w -> new HashSet<>()).add(country);
    }

    /** Where a country is told. */
    record Clue(Field field, int at, String country) {}

    /** The clues of a field, in reading order. */
    List<Clue> find(Field field) {
        List<Clue> clues = new ArrayList<>();
        int at = 0;
        while (at < field.size()) {
            List<Match> matches = gazetteer.at(field, at);
            if (matches.isEmpty() || KnownNames.isPronoun(field, at)) {
                at++;
            } else {
                Match longest = matches.get(0);
                clues.add(new Clue(field, at, longest.entity().countries().get(0)));
                at = longest.to();
            }
        }
        return clues;
    }

    /** The country as context rules ask for it. */
    static String word(String country) {
        return MARK + Folding.fold(country);
    }
}
