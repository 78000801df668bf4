package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.entity.Shapes.Shape;
import io.geowire.enrichment.text.Token;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names that a word in them gives away: a Ministry, a River, an Accord, an Operation. */
final class HeadedName {
    private static final Pattern ORDINAL = Pattern.compile("[0-9]+(st|nd|rd|th)?");

    private final Field field;
    private final Shapes shapes;
    private final Cues cues;

    HeadedName(Field field, Shapes shapes, Cues cues) {
        this.field = field;
        this.shapes = shapes;
        this.cues = cues;
    }

    /**
     * Where a headed name stands.
     *
     * @param type null for names of things that are no entity, such as laws and prizes
     */
    record Extent(int from, int to, @Nullable EntityType type) {}

    /** The name with its head at the index, within a capitalised run; null if there is none. */
    @Nullable
    Extent at(int head, int runFrom, int runTo) {
        Token token = field.token(head);
        if (!token.isCapitalised() || isInsideKnown(head)) {
            return null;
        }
        boolean last = head == runTo - 1;
        if (cues.is(Kind.ORGANISATION, token)) {
            return organisation(head, runFrom);
        }
        if (cues.is(Kind.TREATY, token)) {
            return extent(start(head, runFrom), afterOf(head + 1), head, EntityType.TREATY);
        }
        if (last && cues.is(Kind.EVENT, token)) {
            return extent(start(head, runFrom), runTo, head, EntityType.EVENT);
        }
        if (!last && head == runFrom && cues.is(Kind.EVENT_FIRST, token)) {
            return extent(head, runTo, head, EntityType.EVENT);
        }
        if (last && cues.is(Kind.PLACE, token) && head > runFrom) {
            return extent(start(head, runFrom), runTo, head, EntityType.LOCATION);
        }
        if (cues.is(Kind.PLACE_FIRST, token)) {
            return extent(head, afterOf(last ? head + 1 : runTo), head, EntityType.LOCATION);
        }
        return last && cues.is(Kind.THING, token) && head > runFrom ? thing(head, runFrom) : null;
    }

    private boolean isInsideKnown(int i) {
        Match match = shapes.match(i);
        return match != null && (match.to() - match.from() > 1 || match.entity().type() == EntityType.PERSON);
    }

    private @Nullable Extent organisation(int head, int runFrom) {
        int from = acrossPossessive(start(head, runFrom));
        if (from > 0 && isOrdinal(from - 1)) {
            from--;
        }
        boolean ownName = hasOwnName(from, head);
        if (field.casing() == Casing.TITLE && from == head - 1 && shapes.isKnown(from, EntityType.LOCATION)) {
            return null;
        }
        int to = ownName && shapes.isKnown(head + 2, EntityType.LOCATION) ? head + 1 : afterOf(head + 1);
        if (to - from < 2 || (field.casing() == Casing.TITLE && !ownName && !isBody(head))) {
            return null;
        }
        boolean generic = !ownName && to == head + 1;
        if (generic && to - from == 2 && cues.isDemonym(field.token(from))) {
            return null;
        }
        int start = generic && isBody(head) && !isDefence(head - 1) ? afterDemonym(from, head) : from;
        return head > start || to > head + 1 ? new Extent(start, to, EntityType.ORGANIZATION) : null;
    }

    private boolean isDefence(int i) {
        String word = field.token(i).folded();
        return word.equals("defence") || word.equals("defense");
    }

    /** Bodies that every state has. */
    private boolean isBody(int head) {
        return switch (field.token(head).folded()) {
            case "ministry", "court", "assembly", "council", "parliament" -> true;
            default -> false;
        };
    }

    /** "153 Task Force Battalion", "6th Infantry Division". */
    private boolean isOrdinal(int i) {
        return ORDINAL.matcher(field.token(i).text()).matches();
    }

    private @Nullable Extent extent(int from, int to, int head, EntityType type) {
        if (to - from < 2 || (field.casing() == Casing.TITLE && !hasOwnName(from, head) && !hasOwnName(head + 1, to))) {
            return null;
        }
        return hasName(from, head) || hasName(head + 1, to) ? new Extent(from, to, type) : null;
    }

    private Extent thing(int head, int runFrom) {
        int from = head;
        while (from > runFrom && shapes.match(from - 1) == null) {
            from--;
        }
        return new Extent(from, head + 1, null);
    }

    /** Goes left over what may belong to the name: unknown words, titles, demonyms and places, but no person. */
    private int start(int head, int runFrom) {
        int from = head;
        while (from > runFrom && mayPrecede(from - 1)) {
            from--;
        }
        return from;
    }

    private boolean mayPrecede(int i) {
        if (shapes.match(i) != null) {
            return shapes.isKnown(i, EntityType.LOCATION);
        }
        Token token = field.token(i);
        return field.casing() == Casing.SENTENCE
                || !shapes.is(i, Shape.BOUND)
                || cues.isDemonym(token)
                || cues.isHead(token);
    }

    /** Over "Growers'" or "Governor's" before the name, which are common nouns; not over "Iran's". */
    private int acrossPossessive(int from) {
        if (from < 2 || !field.touchesNext(from - 2) || !isApostrophe(field.token(from - 1))) {
            return from;
        }
        Token owner = field.token(from - 2);
        boolean common = owner.isCapitalised()
                && shapes.match(from - 2) == null
                && (cues.isOrdinary(owner) || cues.is(Kind.TITLE, owner));
        if (!common) {
            return from;
        }
        int start = from - 2;
        while (start > 0 && field.token(start - 1).isCapitalised() && !shapes.is(start - 1, Shape.OTHER)) {
            start--;
        }
        return start;
    }

    private static boolean isApostrophe(Token token) {
        return token.kind() == Token.Kind.POSSESSIVE
                || token.text().equals("'")
                || token.text().equals("\u2019");
    }

    private int afterDemonym(int from, int head) {
        return from < head - 1 && cues.isDemonym(field.token(from)) ? from + 1 : from;
    }

    /** Takes in what follows "of" or "for", and there what follows "and". */
    private int afterOf(int from) {
        int end = from;
        while (end < shapes.size() && field.casing() == Casing.SENTENCE) {
            String word = field.token(end).folded();
            int next = end + 1;
            boolean goesOn = word.equals("of")
                    || word.equals("for")
                    || (word.equals("and") && end > from)
                    || (word.equals("on") && shapes.is(next, Shape.FREE));
            if (!goesOn) {
                break;
            }
            if (next < shapes.size() && field.token(next).folded().equals("the")) {
                next++;
            }
            if (next >= shapes.size()
                    || shapes.is(next, Shape.OTHER)
                    || shapes.isKnown(next, EntityType.PERSON)
                    || shapes.isKnown(next, EntityType.ORGANIZATION)) {
                break;
            }
            end = shapes.endOfRun(next);
        }
        return end;
    }

    /** Whether any token is a name or could be one. */
    private boolean hasName(int from, int to) {
        for (int i = from; i < to; i++) {
            if (shapes.is(i, Shape.FREE) || shapes.is(i, Shape.KNOWN)) {
                return true;
            }
        }
        return false;
    }

    /** Whether any token is a name and no ordinary word. */
    private boolean hasOwnName(int from, int to) {
        for (int i = from; i < to; i++) {
            if (shapes.is(i, Shape.KNOWN) || (shapes.is(i, Shape.FREE) && !cues.isOrdinary(field.token(i)))) {
                return true;
            }
        }
        return false;
    }
}
