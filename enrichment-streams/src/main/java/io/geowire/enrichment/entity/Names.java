package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives each found name what it refers to. */
final class Names {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Cues cues;
    private final Map<String, EntityRecord> byAlias = new HashMap<>();
    private final Map<String, String> demonymByCountry = new HashMap<>();

    Names(EntityTable table, Cues cues) {
        this.cues = cues;
        for (EntityRecord entity : table.entities()) {
            for (Alias alias : entity.aliases()) {
                if (alias.needs().isEmpty() && alias.strength() == Alias.Strength.PLAIN) {
                    byAlias.putIfAbsent(alias.text(), entity);
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

    /** A body by its name; by its state's too, if the words before tell it: "the Peruvian [Foreign Ministry]". */
    Found headed(Field field, int from, int to, EntityType type) {
        String name = text(field, from, to);
        String demonym = demonymBefore(field, from);
        String full = demonym != null && type == EntityType.ORGANIZATION ? demonym + " " + name : name;
        return new Found(field, from, to, referent(full, type));
    }

    Found unknown(Field field, int from, int to, EntityType type) {
        return new Found(field, from, to, referent(text(field, from, to), type));
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
