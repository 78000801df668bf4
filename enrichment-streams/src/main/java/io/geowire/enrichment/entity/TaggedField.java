package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import java.util.List;
import java.util.Set;

/** What the tagger sees of a field: a few numbers a token, from which its features are made. */
final class TaggedField {
    private static final int LOWER = 0;
    private static final int CAPITALISED = 1;
    private static final int ALL_CAPITALS = 2;
    private static final int MIXED = 3;
    private static final int INITIAL = 4;
    private static final int NUMBER = 5;
    private static final int MARK = 6;
    private static final int POSSESSIVE = 7;

    private static final String INSIDE_MARKS = ".&'\u2019,\"\u201C\u201D/+";
    private static final String END_MARKS = "'\u2019\"\u201D";
    /** A longer word has no period of its own. */
    private static final int LONGEST_ABBREVIATION = 4;

    /** Small words inside names that are no words of persons' names. */
    private static final Set<String> SMALL = Set.of(
            "of", "the", "for", "and", "on", "in", "to", "a", "an", "with", "against", "at", "by", "or", "as", "from",
            "i", "o", "dos", "n", "no", "en", "zur", "zum", "sur", "not", "without", "within");
    /** Words that are no names by themselves, though a name may begin with them: The Hague. */
    private static final Set<String> NEVER_ALONE = Set.of(
            "the", "a", "an", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "and", "but", "or", "if",
            "it", "he", "she", "we", "they", "you", "i", "his", "her", "its", "our", "their", "this", "that", "these",
            "those", "there", "when", "while", "after", "before", "some", "many", "most", "more", "both", "no", "not",
            "so", "now", "what", "who", "how", "since", "under", "during", "about");

    private final Field field;
    private final WordsSeen seen;
    final long[] words;
    final int[] flags;
    final int[] paths;
    final byte[] cases;
    final int[] shapes;
    final int[] known;
    final boolean[] tells;
    final int[] allowed;

    TaggedField(Field field, List<Match> matches, Lexicon lexicon, WordsSeen seen) {
        this.field = field;
        this.seen = seen;
        int size = field.size();
        this.words = new long[size];
        this.flags = new int[size];
        this.paths = new int[size];
        this.cases = new byte[size];
        this.shapes = new int[size];
        this.known = new int[size];
        this.tells = new boolean[size];
        this.allowed = new int[size];
        for (int i = 0; i < size; i++) {
            Token token = field.token(i);
            words[i] = field.hash(i);
            cases[i] = caseOf(token);
        }
        matches.forEach(this::mark);
        for (int i = 0; i < size; i++) {
            if (field.token(i).isWord() && isNearName(i)) {
                long entry = lexicon.get(words[i]);
                flags[i] = WordTable.flags(entry);
                paths[i] = WordTable.path(entry);
            }
        }
        allow();
        for (int i = 0; i < size; i++) {
            shapes[i] = allowed[i] == 1 ? 0 : shape(field.token(i).text());
        }
    }

    /** Whether the token or one beside it may be a word of a name; what is known of others is not asked for. */
    private boolean isNearName(int i) {
        return looksLikeName(i) || (i > 0 && looksLikeName(i - 1)) || (i + 1 < cases.length && looksLikeName(i + 1));
    }

    private boolean looksLikeName(int i) {
        return known[i] != 0 || (cases[i] >= CAPITALISED && cases[i] <= INITIAL);
    }

    private void mark(Match match) {
        int type = match.entity().type().ordinal();
        int length = match.to() - match.from();
        for (int i = match.from(); i < match.to(); i++) {
            int part = length == 1 ? 3 : i == match.from() ? 0 : i == match.to() - 1 ? 2 : 1;
            int kind = length > 1 ? 2 : cases[i] == ALL_CAPITALS ? 1 : 0;
            known[i] = 1 + (type * 4 + part) * 3 + kind;
        }
    }

    private static byte caseOf(Token token) {
        return (byte)
                switch (token.kind()) {
                    case NUMBER -> NUMBER;
                    case POSSESSIVE -> POSSESSIVE;
                    case SYMBOL -> MARK;
                    case WORD -> caseOfWord(token);
                };
    }

    private static int caseOfWord(Token token) {
        String text = token.text();
        if (token.isAllCaps()) {
            return ALL_CAPITALS;
        }
        if (token.isCapitalised() && text.length() == 1) {
            return INITIAL;
        }
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return MIXED;
            }
        }
        return token.isCapitalised() ? CAPITALISED : LOWER;
    }

    private static int shape(String text) {
        int shape = 1;
        int last = -1;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind =
                    Character.isUpperCase(c) ? 0 : Character.isLetter(c) ? 1 : Character.isDigit(c) ? 2 : 3 + (c & 31);
            run = kind == last ? run + 1 : 1;
            if (run <= 2) {
                shape = shape * 37 + kind;
            }
            last = kind;
        }
        return shape;
    }

    private boolean isSentence() {
        return field.casing() == Casing.SENTENCE;
    }

    private void allow() {
        for (int i = 0; i < allowed.length; i++) {
            allowed[i] = mayBe(i);
            if ((allowed[i] & Tags.first()) > 1 && isSentence() && cases[i] != NUMBER) {
                tells[i] = !field.capitalTellsNothing(i);
            }
            if (allowed[i] != 1 && field.beginsSentence(i)) {
                allowed[i] &= Tags.first();
            }
        }
        for (int i = 0; i < allowed.length; i++) {
            boolean begins = (allowed[i] & Tags.first() & ~1) != 0;
            if (!begins && (i == 0 || allowed[i - 1] == 1)) {
                allowed[i] = 1;
            }
        }
        for (int i = allowed.length - 1; i >= 0; i--) {
            boolean ends = (allowed[i] & Tags.last() & ~1) != 0;
            if (!ends && (i == allowed.length - 1 || allowed[i + 1] == 1)) {
                allowed[i] = 1;
            }
        }
    }

    private int mayBe(int i) {
        Token token = field.token(i);
        switch (cases[i]) {
            case NUMBER:
                boolean before = i + 1 < cases.length && (cases[i + 1] == CAPITALISED || field.touchesNext(i));
                return before ? Tags.ALL : Tags.insideOrEnd();
            case POSSESSIVE:
                return Tags.insideOrEnd();
            case MARK:
                if (token.isHyphen()) {
                    return field.touchesNext(i) && i > 0 && field.touchesNext(i - 1) ? Tags.inside() : 1;
                }
                return END_MARKS.contains(token.text()) || abbreviates(i)
                        ? Tags.insideOrEnd()
                        : INSIDE_MARKS.contains(token.text()) ? Tags.inside() : 1;
            case LOWER:
                return lower(i, token);
            case CAPITALISED, INITIAL:
                return isSentence() && NEVER_ALONE.contains(token.folded()) ? Tags.begin() : Tags.ALL;
            default:
                return Tags.ALL;
        }
    }

    /** Whether the token is a period that may belong to the word before it: Jr. */
    private boolean abbreviates(int i) {
        return field.token(i).text().equals(".")
                && i > 0
                && cases[i - 1] == CAPITALISED
                && field.token(i - 1).text().length() <= LONGEST_ABBREVIATION
                && field.touchesNext(i - 1);
    }

    private int lower(int i, Token token) {
        if (known[i] != 0
                || !token.text().equals(token.folded())
                        && !Character.isLowerCase(token.text().charAt(0))) {
            return Tags.ALL;
        }
        boolean joins = (flags[i] & Lexicon.bit(Kind.JOINER)) != 0;
        if (joins) {
            boolean begins = i + 1 < cases.length
                    && (cases[i + 1] == CAPITALISED || field.token(i + 1).isHyphen());
            return begins ? Tags.ALL : Tags.inside();
        }
        if (SMALL.contains(token.folded())) {
            return Tags.inside();
        }
        boolean half = i > 1 && field.token(i - 1).isHyphen() && field.touchesNext(i - 1) && field.touchesNext(i - 2);
        return half ? Tags.insideOrEnd() : 1;
    }

    int size() {
        return words.length;
    }

    int casing() {
        return field.casing().ordinal();
    }

    int textField() {
        return field.name() == TextField.TITLE ? 0 : 1;
    }

    int evidence(int i) {
        return seen.of(words[i]);
    }

    /** Whether the token goes on a run of words that look like one name. */
    boolean inRun(int i) {
        int kind = cases[i];
        if (kind == LOWER || kind == MARK || kind == NUMBER || kind == POSSESSIVE) {
            return false;
        }
        return isSentence() || known[i] != 0 || (flags[i] & (Lexicon.ORDINARY | Lexicon.bit(Kind.TITLE))) == 0;
    }

    String folded(int i) {
        return field.token(i).folded();
    }
}
