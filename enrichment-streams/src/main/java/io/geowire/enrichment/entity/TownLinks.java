package io.geowire.enrichment.entity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a place that the tagger found, and no table knows, the town of the list that it means; it makes no mention and
 * changes no type. One name is one town throughout a text. Of several towns of a name the one counts whose country the text
 * tells closest to the name, then the one whose country it tells most often, then the largest.
 */
final class TownLinks {
    /** A town of so many people and no namesake may be meant where the text tells other countries only. */
    private static final int WELL_KNOWN = 100_000;

    private static final int MAY_BE_ELSE = Lexicon.ORDINARY | Lexicon.GIVEN | Lexicon.SURNAME;

    private final Towns towns;
    private final Lexicon lexicon;
    private final Names names;

    TownLinks(Towns towns, Lexicon lexicon, Names names) {
        this.towns = towns;
        this.lexicon = lexicon;
        this.names = names;
    }

    /** The same mentions in the same order, unknown places as the towns that they mean. */
    List<Found> link(List<Found> found, TextCountries countries) {
        Map<String, List<Found>> byName = new LinkedHashMap<>();
        for (Found mention : found) {
            Referent referent = mention.referent();
            if (!referent.known() && referent.type() == EntityType.LOCATION) {
                byName.computeIfAbsent(referent.id(), id -> new ArrayList<>()).add(mention);
            }
        }
        Map<String, Town> meant = new LinkedHashMap<>();
        byName.forEach((key, mentions) -> {
            Town town = meant(towns.named(key), mentions, countries);
            if (town != null) {
                meant.put(key, town);
            }
        });
        return meant.isEmpty()
                ? found
                : found.stream().map(mention -> linked(mention, meant)).toList();
    }

    private static Found linked(Found mention, Map<String, Town> meant) {
        Referent referent = mention.referent();
        Town town = referent.known() || referent.type() != EntityType.LOCATION ? null : meant.get(referent.id());
        return town == null ? mention : new Found(mention.field(), mention.from(), mention.to(), Referent.of(town));
    }

    private @Nullable Town meant(List<Town> namesakes, List<Found> mentions, TextCountries countries) {
        if (namesakes.isEmpty()) {
            return null;
        }
        Town town = namesakes.stream()
                .min(Comparator.comparingInt((Town t) -> distance(t, mentions, countries))
                        .thenComparingInt(t -> -countries.count(t.country()))
                        .thenComparingInt(t -> -t.population()))
                .orElseThrow();
        boolean told = countries.count(town.country()) > 0;
        boolean plausible = countries.areNone() || (namesakes.size() == 1 && town.population() >= WELL_KNOWN);
        return told || (plausible && mentions.stream().anyMatch(this::isSurelyPlace)) ? town : null;
    }

    private static int distance(Town town, List<Found> mentions, TextCountries countries) {
        return mentions.stream()
                .mapToInt(mention -> countries.distance(mention, town.country()))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether it is no word that is also an ordinary one or part of persons' names, or stands after "in" and its like. */
    private boolean isSurelyPlace(Found mention) {
        int flags = WordTable.flags(lexicon.get(mention.field().hash(mention.from())));
        return mention.length() > 1
                || (flags & MAY_BE_ELSE) == 0
                || names.followsPreposition(mention.field(), mention.from());
    }
}
