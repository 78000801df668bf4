package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Alias.Strength;
import io.geowire.enrichment.entity.CountryClues.Clue;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.entity.KnownText.InField;
import io.geowire.enrichment.text.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the names of the table in a text: the longest wins, conditions of aliases are kept. Of the entities that one name may
 * mean here, one that the words right after it tell comes first, then the one that most of its words speak for.
 */
final class KnownNames {
    /** What may stand between a place and the region that it lies in. */
    private static final Set<String> BEFORE_REGION = Set.of(",", "(", "in");

    /** The most words of a region's name: New South Wales. */
    private static final int REGION = 3;

    /** Before these, US in a headline all in capitals is the pronoun. */
    private static final Set<String> BEFORE_PRONOUN = Set.of(
            "let", "tell", "give", "help", "join", "show", "of", "with", "for", "to", "among", "between", "make",
            "made", "takes", "take", "teach", "told", "tells", "gives", "gave", "helps", "helped", "shows", "showed",
            "taught", "save", "remind", "both", "all", "about", "behind", "around");

    private final Gazetteer gazetteer;
    private final Set<EntityRecord> cities;
    private final CountryClues clues;
    private final Gazetteer noNames;

    KnownNames(EntityTable table) {
        List<EntityRecord> all = new ArrayList<>(table.entities());
        all.addAll(table.cities());
        this.gazetteer = new Gazetteer(all);
        this.cities = Collections.newSetFromMap(new IdentityHashMap<>());
        this.cities.addAll(table.cities());
        this.clues = new CountryClues(table);
        this.noNames = new Gazetteer(Cues.lines("no-names.txt").stream()
                .flatMap(phrase -> Stream.of(phrase, phrase + "s"))
                .map(KnownNames::phrase)
                .toList());
    }

    private static EntityRecord phrase(String phrase) {
        return new EntityRecord(
                phrase,
                EntityType.EVENT,
                phrase,
                List.of(new Alias(phrase, Strength.PLAIN)),
                List.of(),
                List.of(),
                Set.of());
    }

    /** Whether a name may only give an id to what the tagger finds. */
    boolean onlyLinks(Match match) {
        return cities.contains(match.entity());
    }

    /** What the table tells of the fields of a text. */
    KnownText find(List<Field> fields) {
        List<Clue> told =
                fields.stream().flatMap(field -> clues.find(field).stream()).toList();
        Set<String> words = words(fields, told);
        List<Spelt> spelt = fields.stream().map(this::spelt).toList();
        List<InField> strong =
                spelt.stream().map(field -> longest(field, words, Set.of())).toList();
        Set<String> named = new HashSet<>();
        strong.forEach(
                field -> field.names().forEach(match -> named.add(match.entity().id())));
        List<InField> all = named.isEmpty()
                ? strong
                : spelt.stream().map(field -> longest(field, words, named)).toList();
        return new KnownText(all, words, TextCountries.of(told, countriesOfNames(all)));
    }

    private static Set<String> words(List<Field> fields, List<Clue> told) {
        Set<String> words =
                new HashSet<>(2 * fields.stream().mapToInt(Field::size).sum());
        told.forEach(clue -> words.add(CountryClues.word(clue.country())));
        for (Field field : fields) {
            for (Token token : field.tokens()) {
                if (token.isWord()) {
                    words.add(token.folded());
                }
            }
        }
        return words;
    }

    private static List<Clue> countriesOfNames(List<InField> fields) {
        List<Clue> clues = new ArrayList<>();
        for (InField known : fields) {
            for (Match match : known.names()) {
                EntityRecord entity = match.entity();
                if (entity.countries().size() == 1 && entity.type() != EntityType.ORGANIZATION) {
                    clues.add(new Clue(
                            known.field(), match.from(), entity.countries().get(0)));
                }
            }
        }
        return clues;
    }

    /**
     * A field and the aliases in it.
     *
     * @param aliases for each token at which some begin, those
     */
    private record Spelt(Field field, BitSet noNames, List<List<Match>> aliases) {}

    private Spelt spelt(Field field) {
        BitSet inPhrase = new BitSet(field.size());
        List<List<Match>> aliases = new ArrayList<>();
        for (int i = 0; i < field.size(); i++) {
            List<Match> phrases = noNames.at(field, i);
            if (!phrases.isEmpty()) {
                inPhrase.set(i, phrases.get(0).to());
            }
            List<Match> here = inPhrase.get(i) ? List.of() : gazetteer.at(field, i);
            if (!here.isEmpty()) {
                aliases.add(here);
            }
        }
        return new Spelt(field, inPhrase, aliases);
    }

    private static InField longest(Spelt spelt, Set<String> words, Set<String> named) {
        List<Match> found = new ArrayList<>();
        int at = 0;
        for (List<Match> here : spelt.aliases()) {
            Match match = here.get(0).from() < at ? null : best(spelt.field(), here, words, named);
            if (match != null) {
                found.add(match);
                at = match.to();
            }
        }
        return new InField(spelt.field(), found, spelt.noNames());
    }

    private static @Nullable Match best(Field field, List<Match> spelt, Set<String> words, Set<String> named) {
        Match best = null;
        int most = -1;
        for (Match match : spelt) {
            if (best != null && match.to() < best.to()) {
                break;
            }
            int support = support(field, match, words, named);
            if (support > most && !isPronoun(field, match.from())) {
                best = match;
                most = support;
            }
        }
        return best;
    }

    /** How much speaks for the match: nothing needed is 0; less, if what it needs is missing or it is barred. */
    private static int support(Field field, Match match, Set<String> words, Set<String> named) {
        Alias alias = match.alias();
        boolean isNamed = named.contains(match.entity().id());
        if (alias.isBarred(words) || (alias.strength() == Strength.WEAK && !isNamed)) {
            return -1;
        }
        if (!alias.isConditional()) {
            return 0;
        }
        if (alias.beside().stream().anyMatch(word -> isBeside(field, match.to(), word))) {
            return Integer.MAX_VALUE;
        }
        int support = alias.support(words);
        return support > 0 || (isNamed && !alias.beside().isEmpty()) ? Math.max(1, support) : -1;
    }

    /** "Moscow, Idaho", "Moscow in Idaho", "Newcastle (New South Wales)", but not "from Paris to Texas". */
    private static boolean isBeside(Field field, int after, String word) {
        int from = after;
        while (from < Math.min(field.size(), after + 2)
                && BEFORE_REGION.contains(field.token(from).folded())) {
            from++;
        }
        int to = Math.min(field.size(), from == after ? from + 1 : from + REGION);
        for (int i = from; i < to && field.token(i).isCapitalised(); i++) {
            if (field.token(i).folded().equals(word)) {
                return true;
            }
        }
        return from == after
                && from < field.size()
                && field.token(from).folded().equals(word);
    }

    /** Whether "US" in a headline all in capitals is "us". */
    static boolean isPronoun(Field field, int at) {
        return field.casing() == Casing.UPPER
                && field.token(at).folded().equals("us")
                && at > 0
                && BEFORE_PRONOUN.contains(field.token(at - 1).folded());
    }
}
