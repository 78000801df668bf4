package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each found name what it refers to. */
final class Names {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Bodies that every state has. */
    private static final Set<String> BODIES = Set.of("ministry", "court", "assembly", "council", "parliament");

    private final Cues cues;
    private final Map<String, EntityRecord> byAlias = new HashMap<>();
    private final Map<String, List<Alias>> barred = new HashMap<>();
    private final States states;
    private final StateBodies bodies;

    Names(EntityTable table, Cues cues) {
        this.cues = cues;
        this.states = table.states();
        for (EntityRecord entity : table.entities()) {
            for (Alias alias : entity.aliases()) {
                if (!alias.isConditional() && alias.strength() == Alias.Strength.PLAIN) {
                    byAlias.putIfAbsent(alias.text(), entity);
                }
                if (!alias.bars().isEmpty()) {
                    barred.computeIfAbsent(alias.text(), text -> new ArrayList<>())
                            .add(alias);
                }
            }
        }
        this.bodies = new StateBodies(table);
    }

    /**
     * A name of the table. A state before its ministry is no part of the mention: "Russia's [Foreign Ministry]". A body that
     * every state has is that of the country the text tells.
     */
    Found known(Field field, Match match, TextCountries countries) {
        int from = match.from();
        if (isForeignMinistry(field, match.to())) {
            while (from < match.to() - 2 && isOfState(field, from)) {
                from++;
            }
        }
        EntityRecord entity = match.entity();
        if (entity.countries().size() == 1 && bodies.isShared(match.alias())) {
            String text = text(field, from, match.to());
            String before = countryBefore(field, from);
            String country = before == null ? countries.main() : before;
            if (country != null && !entity.countries().contains(country) && bodies.mayBeOf(country, text)) {
                return new Found(field, from, match.to(), bodies.of(country, text));
            }
        }
        return new Found(field, from, match.to(), Referent.of(entity));
    }

    private static boolean isForeignMinistry(Field field, int to) {
        return to > 1
                && field.token(to - 1).folded().equals("ministry")
                && field.token(to - 2).folded().equals("foreign");
    }

    private boolean isOfState(Field field, int i) {
        Token token = field.token(i);
        boolean owner = field.token(i + 1).kind() == Token.Kind.POSSESSIVE;
        return cues.is(Kind.COMMON, token) || token.kind() == Token.Kind.POSSESSIVE || owner;
    }

    /** Whether a word such as "in" or "of" stands before, which persons seldom follow. */
    boolean followsPreposition(Field field, int from) {
        if (from == 0) {
            return false;
        }
        Token before = field.token(from - 1);
        return cues.is(Kind.PREPOSITION, before) || before.folded().equals("of");
    }

    /** Whether the words are a name of a place or a body that the text's other words show to mean something else: the bird. */
    boolean meansAnother(Field field, Tags.Name name, Set<String> words) {
        return name.type() != EntityType.PERSON
                && barred.getOrDefault(text(field, name.from(), name.to()), List.of()).stream()
                        .anyMatch(alias -> alias.isBarred(words));
    }

    /**
     * A name that the tagger found. A body that every state has is known by its state too: "the Peruvian [Foreign
     * Ministry]".
     */
    Found tagged(Field field, Tags.Name name, TextCountries countries) {
        int from = name.from();
        if (name.type() != EntityType.ORGANIZATION || !isBodyOfState(field, from, name.to())) {
            return new Found(field, from, name.to(), referent(text(field, from, name.to()), name.type()));
        }
        if (isAdjectiveOfState(field, name)) {
            from++;
        }
        String text = text(field, from, name.to());
        String country = bodies.isShared(text) || from > name.from()
                ? country(field, from, countries)
                : countryInside(field, from, name.to());
        boolean told = country != null && (bodies.mayBeOf(country, text) || !bodies.isShared(text));
        return new Found(
                field,
                from,
                name.to(),
                told && country != null ? bodies.of(country, text) : referent(text, name.type()));
    }

    /** Whether the words are such as many states' bodies share: Foreign Ministry, Supreme Court. */
    private boolean isBodyOfState(Field field, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = field.token(i);
            if (token.isWord() && !cues.isOrdinary(token) && !cues.is(Kind.TITLE, token) && !cues.isDemonym(token)) {
                return false;
            }
        }
        return cues.is(Kind.ORGANISATION, field.token(to - 1))
                || field.token(from).folded().equals("ministry");
    }

    /** "the Mexican [Foreign Ministry]", but "the [Russian Defence Ministry]". */
    private boolean isAdjectiveOfState(Field field, Tags.Name name) {
        return name.to() - name.from() > 2
                && cues.isDemonym(field.token(name.from()))
                && BODIES.contains(field.token(name.to() - 1).folded())
                && !field.token(name.to() - 2).folded().startsWith("defen");
    }

    private Referent referent(String name, EntityType type) {
        EntityRecord entity = byAlias.get(name);
        return entity != null && entity.type() == type ? Referent.of(entity) : Referent.unknown(name, type);
    }

    /** The country whose adjective or name stands right before, else the one that the text tells. */
    private @Nullable String country(Field field, int from, TextCountries countries) {
        String before = countryBefore(field, from);
        return before == null ? countries.at(field, from) : before;
    }

    private @Nullable String countryBefore(Field field, int from) {
        if (from == 0) {
            return null;
        }
        Token before = field.token(from - 1);
        if (before.isWord()) {
            return before.isCapitalised() ? demonymEndingAt(field, from - 1) : null;
        }
        return before.kind() == Token.Kind.POSSESSIVE && from > 1 ? stateEndingAt(field, from - 2) : null;
    }

    /** One word or two: Peruvian, South Korean. */
    private @Nullable String demonymEndingAt(Field field, int last) {
        String country = last == 0 ? null : states.ofDemonym(twoWords(field, last - 1));
        return country == null ? states.ofDemonym(field.token(last).folded()) : country;
    }

    private @Nullable String stateEndingAt(Field field, int last) {
        String words = "";
        String country = null;
        for (int i = last; i >= Math.max(0, last - 3); i--) {
            words = field.token(i).folded() + (words.isEmpty() ? "" : ' ' + words);
            String found = states.named(words);
            country = found == null ? country : found;
        }
        return country;
    }

    /** "Kenyan Supreme Court", "South Korean Supreme Court". */
    private @Nullable String countryInside(Field field, int from, int to) {
        String country = states.ofDemonym(field.token(from).folded());
        return country == null && to - from > 2 ? states.ofDemonym(twoWords(field, from)) : country;
    }

    private static String twoWords(Field field, int from) {
        return field.token(from).folded() + ' ' + field.token(from + 1).folded();
    }

    private static String text(Field field, int from, int to) {
        return BLANKS.matcher(field.span(from, to).text()).replaceAll(" ");
    }
}
