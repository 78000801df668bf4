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
    private final Map<String, String> demonymByCountry = new HashMap<>();

    Names(EntityTable table, Cues cues) {
        this.cues = cues;
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
            if (!entity.demonyms().isEmpty()) {
                demonymByCountry.put(entity.name(), entity.demonyms().get(0));
            }
        }
    }

    /** A name of the table. A state before its ministry is no part of the mention: "Russia's [Foreign Ministry]". */
    Found known(Field field, Match match) {
        int from = match.from();
        if (isForeignMinistry(field, match.to())) {
            while (from < match.to() - 2 && isOfState(field, from)) {
                from++;
            }
        }
        return new Found(field, from, match.to(), Referent.of(match.entity()));
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

    /** Whether the words are a name of a place that the text's other words show to mean something else: the bird. */
    boolean meansAnother(Field field, Tags.Name name, Set<String> words) {
        return name.type() == EntityType.LOCATION
                && barred.getOrDefault(text(field, name.from(), name.to()), List.of()).stream()
                        .anyMatch(alias -> alias.isBarred(words));
    }

    /**
     * A name that the tagger found. A body that every state has is known by its state too: "the Peruvian [Foreign
     * Ministry]".
     */
    Found tagged(Field field, Tags.Name name) {
        int from = name.from();
        if (name.type() != EntityType.ORGANIZATION || !isBodyOfState(field, from, name.to())) {
            return new Found(field, from, name.to(), referent(text(field, from, name.to()), name.type()));
        }
        if (isAdjectiveOfState(field, name)) {
            from++;
        }
        String demonym = demonymBefore(field, from);
        String text = text(field, from, name.to());
        return new Found(field, from, name.to(), referent(demonym == null ? text : demonym + " " + text, name.type()));
    }

    /** Whether the words are such as many states' bodies share: Foreign Ministry, Supreme Court. */
    private boolean isBodyOfState(Field field, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = field.token(i);
            if (token.isWord() && !cues.isOrdinary(token) && !cues.is(Kind.TITLE, token) && !cues.isDemonym(token)) {
                return false;
            }
        }
        return cues.is(Kind.ORGANISATION, field.token(to - 1));
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

    private @Nullable String demonymBefore(Field field, int from) {
        if (from == 0 || field.beginsSentence(from)) {
            return null;
        }
        Token before = field.token(from - 1);
        if (before.isWord()) {
            return before.isCapitalised() && cues.isDemonym(before) ? before.text() : null;
        }
        return before.kind() == Token.Kind.POSSESSIVE && from > 1
                ? demonymByCountry.get(field.token(from - 2).text())
                : null;
    }

    private static String text(Field field, int from, int to) {
        return BLANKS.matcher(field.span(from, to).text()).replaceAll(" ");
    }
}
