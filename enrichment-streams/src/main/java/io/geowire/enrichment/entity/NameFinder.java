package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.text.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that the table does not know, by their capitals and by the words around them, and grows known names that are
 * part of longer ones ("Basra" in "University of Basra", "Jordan" in "Jordan Whitfield").
 */
final class NameFinder {
    private static final int LONGEST_ACRONYM = 8;

    private final Cues cues;

    NameFinder(Cues cues) {
        this.cues = cues;
    }

    /** All names of a field, known and unknown, in order. */
    List<Found> find(Field field, List<Match> known) {
        return new Scan(field, known).run();
    }

    /** What a token is for the scan. */
    private enum Shape {
        /** A capitalised word that may be part of an unknown name. */
        FREE,
        /** A capitalised title, demonym, weekday: part of a name only beside a word such as Ministry. */
        BOUND,
        /** Part of a name of the table. */
        KNOWN,
        OTHER
    }

    private final class Scan {
        private final Field field;
        private final Shape[] shapes;
        private final @Nullable Match[] matches;
        private final List<Found> found = new ArrayList<>();

        Scan(Field field, List<Match> known) {
            this.field = field;
            this.shapes = new Shape[field.size()];
            this.matches = new Match[field.size()];
            for (Match match : known) {
                for (int i = match.from(); i < match.to(); i++) {
                    matches[i] = match;
                }
            }
            for (int i = 0; i < shapes.length; i++) {
                shapes[i] = matches[i] != null ? Shape.KNOWN : shape(i);
            }
        }

        private Shape shape(int i) {
            Token token = field.token(i);
            if (!token.isCapitalised() || field.casing() == Casing.UPPER || !isLatin(token)) {
                return Shape.OTHER;
            }
            if (cues.is(Kind.TITLE, token) || cues.is(Kind.COMMON, token)) {
                return Shape.BOUND;
            }
            return field.capitalTellsNothing(i) && cues.isOrdinary(token) ? Shape.OTHER : Shape.FREE;
        }

        private static boolean isLatin(Token token) {
            return token.folded().chars().allMatch(c -> c < 0x80);
        }

        List<Found> run() {
            int at = 0;
            while (at < shapes.length) {
                if (shapes[at] == Shape.OTHER) {
                    at++;
                    continue;
                }
                at = split(at, endOfRun(at));
            }
            return found;
        }

        /** The index after the capitalised run that begins here; small words inside a name do not end it. */
        private int endOfRun(int from) {
            int end = from + 1;
            while (end < shapes.length) {
                int next = afterJoiners(end);
                if (next >= shapes.length || shapes[next] == Shape.OTHER || next == end && beginsAnew(end)) {
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

        /** The index after a hyphen, an initial's period or small name words that stand here. */
        private int afterJoiners(int at) {
            Token token = field.token(at);
            if (token.isHyphen() && field.touchesNext(at) && field.touchesNext(at - 1) && isUnknownName(at - 1)) {
                return at + 1;
            }
            if (token.text().equals(".") && field.token(at - 1).text().length() == 1) {
                return at + 1;
            }
            int next = at;
            while (next < shapes.length
                    && shapes[next] == Shape.OTHER
                    && (cues.is(Kind.JOINER, field.token(next))
                                    && !field.token(next).isCapitalised()
                            || next > at && field.token(next).isHyphen())) {
                next++;
            }
            return next > at && isUnknownName(at - 1) && next < shapes.length && shapes[next] == Shape.FREE ? next : at;
        }

        private boolean isUnknownName(int at) {
            return shapes[at] == Shape.FREE;
        }

        /** Takes the names out of a run; returns the index after the last token taken, which may lie beyond the run. */
        private int split(int from, int to) {
            for (int head = to - 1; head >= from; head--) {
                EntityType type = headType(head, from, to);
                if (type == null) {
                    continue;
                }
                int start = startOfHeaded(head, from, type);
                int end = endOfHeaded(head, to, type);
                if (isName(start, head, end, type)) {
                    if (start > from) {
                        split(from, start);
                    }
                    add(start, end, type);
                    return end < to ? split(end, to) : end;
                }
            }
            plain(from, to);
            return to;
        }

        private @Nullable EntityType headType(int i, int from, int to) {
            Match match = matches[i];
            if (match != null
                    && (match.to() - match.from() > 1 || match.entity().type() == EntityType.PERSON)) {
                return null;
            }
            Token token = field.token(i);
            if (!token.isCapitalised()) {
                return null;
            }
            boolean last = i == to - 1;
            if (cues.is(Kind.ORGANISATION, token)) {
                return EntityType.ORGANIZATION;
            }
            if (cues.is(Kind.TREATY, token)) {
                return EntityType.TREATY;
            }
            if (last && cues.is(Kind.EVENT, token) || !last && cues.is(Kind.EVENT_FIRST, token) && i == from) {
                return EntityType.EVENT;
            }
            if (last && i > from && cues.is(Kind.PLACE, token) || !last && cues.is(Kind.PLACE_FIRST, token)) {
                return EntityType.LOCATION;
            }
            return null;
        }

        private int startOfHeaded(int head, int from, EntityType type) {
            boolean headFirst = type == EntityType.LOCATION && cues.is(Kind.PLACE_FIRST, field.token(head))
                    || type == EntityType.EVENT && cues.is(Kind.EVENT_FIRST, field.token(head));
            if (headFirst && !(cues.is(Kind.PLACE, field.token(head)) && head > from)) {
                return head;
            }
            int start = head;
            while (start > from && mayPrecedeHead(start - 1)) {
                start--;
            }
            return start;
        }

        private boolean mayPrecedeHead(int i) {
            Match match = matches[i];
            if (match != null) {
                return match.entity().type() == EntityType.LOCATION;
            }
            return true;
        }

        /** Takes in what follows "of" or "for" after the head, and there what follows "and". */
        private int endOfHeaded(int head, int to, EntityType type) {
            int end = type == EntityType.LOCATION || type == EntityType.EVENT ? to : head + 1;
            while (end < shapes.length) {
                String word = field.token(end).folded();
                int next = end + 1;
                if (!word.equals("of") && !word.equals("for") && !(word.equals("and") && end > head + 1)) {
                    break;
                }
                if (next < shapes.length && field.token(next).folded().equals("the")) {
                    next++;
                }
                if (next >= shapes.length || shapes[next] == Shape.OTHER || isPerson(next)) {
                    break;
                }
                end = endOfRun(next);
            }
            return end;
        }

        private boolean isPerson(int i) {
            Match match = matches[i];
            return match != null && match.entity().type() == EntityType.PERSON;
        }

        private boolean isName(int start, int head, int end, EntityType type) {
            if (end - start < 2) {
                return false;
            }
            if (field.casing() == Casing.TITLE && end > head + 1) {
                return false;
            }
            for (int i = start; i < end; i++) {
                if (i != head && (shapes[i] == Shape.FREE || shapes[i] == Shape.KNOWN)) {
                    return true;
                }
            }
            return type == EntityType.ORGANIZATION && end > head + 1;
        }

        /** A run without a telling head word: known names, persons, places. */
        private void plain(int from, int to) {
            int at = from;
            while (at < to) {
                Match match = matches[at];
                if (shapes[at] == Shape.BOUND || shapes[at] == Shape.OTHER) {
                    at++;
                } else if (match != null) {
                    at = known(match, to);
                } else {
                    at = unknown(at, to);
                }
            }
        }

        /** A known name, unless it begins the name of a person: Jordan Whitfield. */
        private int known(Match match, int to) {
            int end = endOfFree(match.to(), to);
            boolean givenName = match.to() - match.from() == 1
                    && end > match.to()
                    && field.casing() == Casing.SENTENCE
                    && cues.is(Kind.GIVEN_NAME, field.token(match.from()))
                    && match.entity().type() != EntityType.ORGANIZATION;
            if (givenName) {
                add(match.from(), end, EntityType.PERSON);
                return end;
            }
            found.add(new Found(field, match.from(), match.to(), Referent.of(match.entity())));
            return match.to();
        }

        private int endOfFree(int from, int to) {
            int end = from;
            while (end < to) {
                int next = end > from ? afterJoiners(end) : end;
                if (next >= to || shapes[next] != Shape.FREE) {
                    break;
                }
                end = next + 1;
            }
            return end;
        }

        private int unknown(int from, int to) {
            int end = endOfFree(from, to);
            Match next = end < to ? matches[end] : null;
            if (next != null && next.from() == end && next.to() - end == 1 && endsPersonName(from, next)) {
                add(from, next.to(), EntityType.PERSON);
                return next.to();
            }
            EntityType type = type(from, end);
            if (type != null) {
                add(from, end, type);
            }
            return end;
        }

        /** Whether a known single word is the surname of another: Ivan Lavrov, Tessa Paris. */
        private boolean endsPersonName(int from, Match last) {
            return last.entity().type() != EntityType.ORGANIZATION
                    && (cues.is(Kind.GIVEN_NAME, field.token(from))
                            || field.casing() == Casing.SENTENCE
                                    && last.entity().type() == EntityType.PERSON);
        }

        private @Nullable EntityType type(int from, int to) {
            int words = 0;
            for (int i = from; i < to; i++) {
                if (shapes[i] == Shape.FREE) {
                    words++;
                }
            }
            Token first = field.token(from);
            if (words > 1 && cues.is(Kind.GIVEN_NAME, first)) {
                return EntityType.PERSON;
            }
            if (field.casing() != Casing.SENTENCE) {
                return null;
            }
            if (hasPersonCue(from, to)) {
                return EntityType.PERSON;
            }
            if (words == 1 && first.isAllCaps()) {
                return first.text().length() <= LONGEST_ACRONYM ? EntityType.ORGANIZATION : null;
            }
            if (from > 0 && cues.is(Kind.PREPOSITION, field.token(from - 1))) {
                return EntityType.LOCATION;
            }
            return words > 1 ? EntityType.PERSON : null;
        }

        private boolean hasPersonCue(int from, int to) {
            if (to < field.size() && cues.is(Kind.SPEECH, field.token(to))) {
                return true;
            }
            if (from == 0 || field.beginsSentence(from)) {
                return false;
            }
            Token before = field.token(from - 1);
            return before.isWord() && (cues.is(Kind.TITLE, before) || cues.is(Kind.SPEECH, before));
        }

        private void add(int from, int to, EntityType type) {
            String name = field.span(from, to).text().replaceAll("\\s+", " ");
            found.add(new Found(field, from, to, Referent.unknown(name, type)));
        }
    }
}
