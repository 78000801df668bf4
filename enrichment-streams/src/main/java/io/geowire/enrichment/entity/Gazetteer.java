package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the aliases of the table in tokens. Hyphens, periods and apostrophes do not matter ("Al Qaeda", "al-Qaeda"),
 * capitals do ("US" is not "us").
 */
final class Gazetteer {
    /** An alias up to this length with a capital inside needs exactly its capitals: DoD, LoC, PiS. */
    private static final int SHORT = 4;

    /** Bits of hashes; a power of two. */
    private static final int BITS = 1 << 16;

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();

    /** Hashes of all first words: most words of a text are none, and this tells so at less cost than the map. */
    private final BitSet firstWords = new BitSet(BITS);

    /** Those of first words that need no capital. */
    private final BitSet smallFirstWords = new BitSet(BITS);

    Gazetteer(Iterable<EntityRecord> entities) {
        for (EntityRecord entity : entities) {
            for (Alias alias : entity.aliases()) {
                List<Word> words = tokens(alias.text())
                        .map(token -> Word.of(token, alias.strength()))
                        .toList();
                byFirstWord
                        .computeIfAbsent(words.get(0).key, word -> new ArrayList<>())
                        .add(new Entry(entity, alias, words));
                firstWords.set(bit(words.get(0).key));
                if (!words.get(0).capitalised) {
                    smallFirstWords.set(bit(words.get(0).key));
                }
            }
        }
        byFirstWord.values().forEach(list -> list.sort(Comparator.comparingInt((Entry e) -> -e.words.size())));
    }

    private static int bit(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 16) & (BITS - 1);
    }

    private static Stream<Token> tokens(String alias) {
        return Tokenizer.tokenize(TextField.TITLE, alias).stream().filter(token -> !isSkipped(token));
    }

    /** What all spellings that are not told apart have in common, but for their capitals. */
    static String key(String alias) {
        return tokens(alias).map(Field::key).collect(Collectors.joining(" "));
    }

    /** The aliases that the tokens from the index on spell, longest first. */
    List<Match> at(Field field, int from) {
        String key = field.key(from);
        BitSet begin = field.token(from).isCapitalised() ? firstWords : smallFirstWords;
        List<Entry> entries = begin.get(bit(key)) ? byFirstWord.get(key) : null;
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

    /** Marks that one spelling has and another has not. */
    private static boolean isSkipped(Token token) {
        return token.isHyphen()
                || (token.kind() == Token.Kind.SYMBOL && ".'\u2019\u2018\"\u201C\u201D".contains(token.text()));
    }

    /**
     * A word of an alias.
     *
     * @param key as compared
     * @param text as written
     * @param exact whether it needs exactly its capitals: acronyms, and short words with a capital inside
     * @param always whether it needs them in a text all in capitals too
     * @param capitalised whether it needs a capital
     */
    private record Word(String key, String text, boolean exact, boolean always, boolean capitalised) {

        static Word of(Token token, Alias.Strength strength) {
            String text = token.text();
            boolean shortMixed =
                    text.length() <= SHORT && text.substring(1).chars().anyMatch(Character::isUpperCase);
            boolean always = strength == Alias.Strength.EXACT;
            return new Word(
                    Field.key(token), text, always || token.isAllCaps() || shortMixed, always, token.isCapitalised());
        }

        boolean spells(Token token, Casing casing) {
            if (casing == Casing.UPPER) {
                return !always;
            }
            return exact ? sameCapitals(token.text(), text) : !capitalised || token.isCapitalised();
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

    private record Entry(EntityRecord entity, Alias alias, List<Word> words) {

        /** The index after the alias, or the given one if the tokens do not spell it. */
        int end(Field field, int from) {
            int at = from;
            for (int word = 0; word < words.size(); word++) {
                if (word > 0) {
                    at = skip(field, at);
                }
                if (at >= field.size() || !words.get(word).key.equals(field.key(at))) {
                    return from;
                }
                at++;
            }
            return hasItsCapitals(field, from) ? (endsWithPeriod(field, at) ? at + 1 : at) : from;
        }

        private boolean hasItsCapitals(Field field, int from) {
            int at = from;
            for (int word = 0; word < words.size(); word++) {
                at = word > 0 ? skip(field, at) : at;
                if (!words.get(word).spells(field.token(at), field.casing())) {
                    return false;
                }
                at++;
            }
            return true;
        }

        /** "Marcos Jr." takes its period in. */
        private boolean endsWithPeriod(Field field, int at) {
            return alias.text().endsWith(".")
                    && at < field.size()
                    && field.touchesNext(at - 1)
                    && field.token(at).text().equals(".");
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
    }
}
