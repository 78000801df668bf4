package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the aliases of the table in tokens. Hyphens, periods and apostrophes do not matter ("Al Qaeda", "al-Qaeda"),
 * capitals do ("US" is not "us").
 */
final class Gazetteer {
    /** An alias up to this length with a capital inside needs exactly its capitals: DoD, LoC, PiS. */
    private static final int SHORT = 4;

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    Gazetteer(EntityTable table) {
        for (EntityRecord entity : table.entities()) {
            for (Alias alias : entity.aliases()) {
                List<Token> words = Tokenizer.tokenize(TextField.TITLE, alias.text()).stream()
                        .filter(token -> !isSkipped(token))
                        .toList();
                byFirstWord
                        .computeIfAbsent(key(words.get(0)), word -> new ArrayList<>())
                        .add(new Entry(entity, alias, words));
            }
        }
        byFirstWord.values().forEach(list -> list.sort(Comparator.comparingInt((Entry e) -> -e.words.size())));
    }

    /** The aliases that the tokens from the index on spell, longest first. */
    List<Match> at(Field field, int from) {
        List<Entry> entries = byFirstWord.get(key(field.token(from)));
        if (entries == null) {
            return List.of();
        }
        List<Match> matches = new ArrayList<>(2);
        for (Entry entry : entries) {
            int to = entry.end(field, from);
            if (to > from) {
                matches.add(new Match(entry.entity, entry.alias, from, to));
            }
        }
        return matches;
    }

    /**
     * An alias found.
     *
     * @param from index of its first token
     * @param to index after its last token
     */
    record Match(EntityRecord entity, Alias alias, int from, int to) {}

    private static String key(Token token) {
        String folded = token.folded();
        return folded.indexOf('\'') < 0 ? folded : folded.replace("'", "");
    }

    /** Marks that one spelling has and another has not. */
    private static boolean isSkipped(Token token) {
        return token.isHyphen()
                || token.kind() == Token.Kind.SYMBOL && ".'\u2019\u2018\"\u201C\u201D".contains(token.text());
    }

    private record Entry(EntityRecord entity, Alias alias, List<Token> words) {

        /** The index after the alias, or the given one if the tokens do not spell it. */
        int end(Field field, int from) {
            int at = from;
            for (int word = 0; word < words.size(); word++) {
                if (word > 0) {
                    at = skip(field, at);
                }
                if (at >= field.size() || !spells(field.token(at), words.get(word), field.casing())) {
                    return from;
                }
                at++;
            }
            return at;
        }

        /** Over a hyphen inside the name, and over a period or quotation mark if the alias has one. */
        private int skip(Field field, int at) {
            int next = at;
            while (next < field.size() && isSkipped(field.token(next))) {
                Token mark = field.token(next);
                boolean inside = mark.isHyphen() && field.touchesNext(next) && field.touchesNext(next - 1);
                if (!inside && alias.text().indexOf(mark.text()) < 0) {
                    return at;
                }
                next++;
            }
            return next;
        }

        private boolean spells(Token token, Token word, Casing casing) {
            if (!key(token).equals(key(word))) {
                return false;
            }
            if (casing == Casing.UPPER) {
                return alias.strength() != Alias.Strength.EXACT;
            }
            if (alias.strength() == Alias.Strength.EXACT) {
                return token.text().equals(word.text());
            }
            if (word.isAllCaps() && word.text().length() > 1 || isShortMixed(word)) {
                return Folding.fold(token.text()).equals(word.folded()) && sameCapitals(token.text(), word.text());
            }
            return !word.isCapitalised() || token.isCapitalised();
        }

        private static boolean isShortMixed(Token word) {
            String text = word.text();
            return text.length() <= SHORT && text.substring(1).chars().anyMatch(Character::isUpperCase);
        }

        private static boolean sameCapitals(String a, String b) {
            if (a.length() != b.length()) {
                return false;
            }
            for (int i = 0; i < a.length(); i++) {
                if (Character.isUpperCase(a.charAt(i)) != Character.isUpperCase(b.charAt(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
