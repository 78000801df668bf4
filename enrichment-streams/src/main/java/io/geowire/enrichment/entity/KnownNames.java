package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Alias.Strength;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Token;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the names of the table in a text: the longest wins, conditions of aliases are kept. */
final class KnownNames {
    /** Before these, US in a headline all in capitals is the pronoun. */
    private static final Set<String> BEFORE_PRONOUN = Set.of(
            "let", "tell", "give", "help", "join", "show", "of", "with", "for", "to", "among", "between", "make",
            "made", "takes", "take", "teach", "save", "remind", "both", "all", "about", "behind", "around");

    private final Gazetteer gazetteer;

    KnownNames(EntityTable table) {
        this.gazetteer = new Gazetteer(table);
    }

    /** The folded words of a text, which rules of context ask for. */
    static Set<String> words(List<Field> fields) {
        Set<String> words = new HashSet<>();
        for (Field field : fields) {
            for (Token token : field.tokens()) {
                if (token.isWord()) {
                    words.add(token.folded());
                }
            }
        }
        return words;
    }

    /** The names in the fields, in reading order; none overlaps another. */
    List<List<Match>> find(List<Field> fields, Set<String> words) {
        Set<String> named = new HashSet<>();
        List<List<Match>> strong = new ArrayList<>();
        for (Field field : fields) {
            List<Match> matches = find(field, words, Set.of());
            matches.forEach(match -> named.add(match.entity().id()));
            strong.add(matches);
        }
        List<List<Match>> all = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            all.add(named.isEmpty() ? strong.get(i) : find(fields.get(i), words, named));
        }
        return all;
    }

    private List<Match> find(Field field, Set<String> words, Set<String> named) {
        List<Match> found = new ArrayList<>();
        int at = 0;
        while (at < field.size()) {
            Match match = best(field, at, words, named);
            if (match == null) {
                at++;
            } else {
                found.add(match);
                at = match.to();
            }
        }
        return found;
    }

    private @Nullable Match best(Field field, int at, Set<String> words, Set<String> named) {
        Match best = null;
        for (Match match : gazetteer.at(field, at)) {
            if (best != null && match.to() < best.to()) {
                break;
            }
            Alias alias = match.alias();
            if (alias.fits(words)
                    && (alias.strength() != Strength.WEAK
                            || named.contains(match.entity().id()))
                    && !isPronoun(field, match.from())
                    && (best == null || !alias.needs().isEmpty())) {
                best = match;
            }
        }
        return best;
    }

    /** Whether "US" in a headline all in capitals is "us". */
    static boolean isPronoun(Field field, int at) {
        return field.casing() == Casing.UPPER
                && field.token(at).folded().equals("us")
                && at > 0
                && BEFORE_PRONOUN.contains(field.token(at - 1).folded());
    }
}
