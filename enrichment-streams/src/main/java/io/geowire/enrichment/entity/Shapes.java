package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Token;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each token of a field may be part of. */
final class Shapes {
    enum Shape {
        /** A capitalised word that may be part of a name the table does not know. */
        FREE,
        /** A capitalised title, demonym or weekday: part of a name only beside a word such as Ministry. */
        BOUND,
        /** Part of a name of the table. */
        KNOWN,
        OTHER
    }

    private static final List<String> OCCUPATION_ENDINGS = List.of("er", "or", "ist", "man", "woman");

    private static final int LONGEST_HALF = 6;
    private static final Set<String> NOT_HALVES = Set.of(
            "led", "run", "era", "based", "backed", "owned", "held", "born", "made", "bound", "style", "like", "wide",
            "free", "type", "only", "old", "year", "day", "linked", "ruled", "built", "area");

    private final Field field;
    private final Cues cues;
    private final Shape[] shapes;
    private final @Nullable Match[] matches;

    Shapes(Field field, List<Match> known, Cues cues) {
        this.field = field;
        this.cues = cues;
        this.shapes = new Shape[field.size()];
        this.matches = new Match[field.size()];
        for (Match match : known) {
            for (int i = match.from(); i < match.to(); i++) {
                matches[i] = match;
            }
        }
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = matches[i] != null ? Shape.KNOWN : shape(i);
            if (shapes[i] == Shape.OTHER && endsDoubleName(i)) {
                shapes[i] = Shape.FREE;
            }
        }
    }

    private Shape shape(int i) {
        Token token = field.token(i);
        if (!token.isCapitalised() || field.casing() == Casing.UPPER || !isLettersOnly(token)) {
            return Shape.OTHER;
        }
        boolean mayBeGiven = cues.is(Kind.GIVEN_NAME, token)
                && i + 1 < field.size()
                && field.token(i + 1).isCapitalised();
        if ((cues.is(Kind.TITLE, token) || cues.is(Kind.COMMON, token)) && !mayBeGiven) {
            return Shape.BOUND;
        }
        if (mayBeGiven || !field.capitalTellsNothing(i)) {
            return Shape.FREE;
        }
        if (cues.isOrdinary(token)) {
            return field.casing() == Casing.TITLE && cues.isHead(token) ? Shape.BOUND : Shape.OTHER;
        }
        return field.casing() == Casing.SENTENCE && isOccupation(i) ? Shape.OTHER : Shape.FREE;
    }

    /** A word before a person's name at the start of a sentence: Fishmonger Afiavi Houngbo. */
    private boolean isOccupation(int i) {
        return i + 2 < field.size()
                && field.token(i + 1).isCapitalised()
                && field.token(i + 2).isCapitalised()
                && OCCUPATION_ENDINGS.stream().anyMatch(field.token(i).folded()::endsWith);
    }

    /** The small half of "Lee Seung-ho"; not that of "San Felipe-based". */
    private boolean endsDoubleName(int i) {
        return i > 2
                && field.token(i).isWord()
                && field.token(i).text().length() <= LONGEST_HALF
                && field.token(i - 1).isHyphen()
                && field.touchesNext(i - 1)
                && field.touchesNext(i - 2)
                && shapes[i - 2] == Shape.FREE
                && shapes[i - 3] == Shape.FREE
                && !NOT_HALVES.contains(field.token(i).folded());
    }

    /** Names are of letters; what has digits is a road, a weapon or a flight. */
    private static boolean isLettersOnly(Token token) {
        return token.folded().chars().allMatch(c -> c < 0x80 && !Character.isDigit(c));
    }

    int size() {
        return shapes.length;
    }

    boolean is(int i, Shape shape) {
        return i >= 0 && i < shapes.length && shapes[i] == shape;
    }

    /** The name of the table that the token is part of, if any. */
    @Nullable
    Match match(int i) {
        return matches[i];
    }

    boolean isKnown(int i, EntityType type) {
        Match match = i >= 0 && i < shapes.length ? matches[i] : null;
        return match != null && match.entity().type() == type;
    }

    /** The index after the capitalised run that begins here. Small words, hyphens and initials inside a name do not end it. */
    int endOfRun(int from) {
        int end = from + 1;
        while (end < shapes.length) {
            int next = afterJoiners(end);
            if (next >= shapes.length || shapes[next] == Shape.OTHER || (next == end && beginsAnew(end))) {
                break;
            }
            end = next + 1;
        }
        return end;
    }

    /** The index after the unknown name that begins here, within the limit. */
    int endOfFree(int from, int limit) {
        int end = from;
        while (end < limit) {
            int next = end > from ? afterJoiners(end) : end;
            if (next >= limit || shapes[next] != Shape.FREE) {
                break;
            }
            end = next + 1;
        }
        return end;
    }

    private boolean beginsAnew(int at) {
        Match match = matches[at];
        return (match == null || match.from() == at) && field.beginsSentence(at);
    }

    /** The index after a hyphen, an initial's period or small name words that stand here; the given one if none do. */
    private int afterJoiners(int at) {
        Token token = field.token(at);
        boolean afterName = shapes[at - 1] == Shape.FREE;
        if (token.isHyphen() && field.touchesNext(at) && field.touchesNext(at - 1) && afterName) {
            return at + 1;
        }
        if (token.text().equals(".") && field.token(at - 1).text().length() == 1) {
            return at + 1;
        }
        int next = at;
        while (next < shapes.length && isJoiner(next, next > at)) {
            next++;
        }
        return next > at && afterName && next < shapes.length && shapes[next] == Shape.FREE ? next : at;
    }

    private boolean isJoiner(int i, boolean inside) {
        Token token = field.token(i);
        return shapes[i] == Shape.OTHER
                && ((cues.is(Kind.JOINER, token) && !token.isCapitalised()) || (inside && token.isHyphen()));
    }
}
