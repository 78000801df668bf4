package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Shapes.Shape;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by its form and the words around it what a name is that neither the table nor a head word explains. */
final class UnknownName {
    private static final int LONGEST_ACRONYM = 8;
    /** How far into the body a dateline may reach. */
    private static final int DATELINE = 8;

    private static final Pattern AGE = Pattern.compile("[1-9][0-9]");

    private final Field field;
    private final Shapes shapes;
    private final Cues cues;
    private final int from;
    private final int to;
    private final boolean afterPlace;
    private final boolean afterPerson;

    /**
     * @param before type of the name found last before it, with at most a few marks between; null if none is near
     */
    UnknownName(Field field, Shapes shapes, Cues cues, int from, int to, @Nullable EntityType before) {
        this.field = field;
        this.shapes = shapes;
        this.cues = cues;
        this.from = from;
        this.to = to;
        this.afterPlace = before == EntityType.LOCATION;
        this.afterPerson = before == EntityType.PERSON;
    }

    /** What it is; null if nothing tells. */
    @Nullable
    EntityType type() {
        Token first = field.token(from);
        int words = words();
        if (words == 0 || isHeadAlone() || cues.is(Kind.SHIP, first)) {
            return null;
        }
        boolean ordinary = isOrdinary();
        if (field.casing() == Casing.TITLE) {
            return titleCase(words, ordinary);
        }
        if (isDateline()) {
            return EntityType.LOCATION;
        }
        if (isBracketedSource() || follows(Kind.ORGANISATION_NOUN)) {
            return EntityType.ORGANIZATION;
        }
        if (isBesidePlaceNoun()) {
            return EntityType.LOCATION;
        }
        if (words > 1 && cues.is(Kind.GIVEN_NAME, first)) {
            return EntityType.PERSON;
        }
        if (hasPersonCue() && !ordinary) {
            return EntityType.PERSON;
        }
        if (words == 1 && first.isAllCaps()) {
            return isAcronymOfBody(first) ? EntityType.ORGANIZATION : null;
        }
        if (ordinary) {
            return null;
        }
        if (isAfterPersonOf()) {
            return words > 1 && cues.isOrdinary(field.token(to - 1)) ? EntityType.ORGANIZATION : EntityType.LOCATION;
        }
        if (follows(Kind.PREPOSITION) || (afterPlace && goesOnList(words))) {
            return EntityType.LOCATION;
        }
        return words > 1 && !isAfterArticle() ? EntityType.PERSON : null;
    }

    /** Persons have no article: "the Marwa Star" is a ship. */
    private boolean isAfterArticle() {
        return from > 0 && field.token(from - 1).folded().equals("the");
    }

    /** In title case only words that are no ordinary ones tell anything. */
    private @Nullable EntityType titleCase(int words, boolean ordinary) {
        if (words > 1 && cues.is(Kind.GIVEN_NAME, field.token(from))) {
            return EntityType.PERSON;
        }
        boolean mixed = field.token(from).text().substring(1).chars().anyMatch(Character::isUpperCase);
        return !ordinary && !mixed && follows(Kind.PREPOSITION) ? EntityType.LOCATION : null;
    }

    private int words() {
        int words = 0;
        for (int i = from; i < to; i++) {
            if (shapes.is(i, Shape.FREE) && field.token(i).text().length() > 1) {
                words++;
            }
        }
        return words;
    }

    /** Not "HIMARS launchers", not "NT$". */
    private boolean isAcronymOfBody(Token acronym) {
        boolean thing = to < field.size()
                && (cues.is(Kind.THING, field.token(to))
                        || field.token(to).text().equals("$"));
        return acronym.text().length() <= LONGEST_ACRONYM && !thing;
    }

    /** "Aishwarya Deshmukh of Nagpur", "Consolacion Agbayani, 96, of Ilocos Norte". */
    private boolean isAfterPersonOf() {
        return afterPerson && field.token(from - 1).folded().equals("of");
    }

    private boolean isHeadAlone() {
        Token first = field.token(from);
        return to - from == 1
                && (cues.is(Kind.ORGANISATION, first)
                        || cues.is(Kind.THING, first)
                        || cues.is(Kind.PLACE, first)
                        || cues.is(Kind.EVENT, first)
                        || cues.is(Kind.TREATY, first));
    }

    private boolean isOrdinary() {
        for (int i = from; i < to; i++) {
            if (shapes.is(i, Shape.FREE) && !cues.isOrdinary(field.token(i))) {
                return false;
            }
        }
        return true;
    }

    /** "FISHKHABOUR, Iraq —" */
    private boolean isDateline() {
        if (field.name() != TextField.BODY
                || from > DATELINE
                || !field.token(from).isAllCaps()) {
            return false;
        }
        for (int i = 0; i < from; i++) {
            if (!field.token(i).isAllCaps() && !field.token(i).text().equals("/")) {
                return false;
            }
        }
        for (int i = to; i < Math.min(field.size(), DATELINE); i++) {
            if ("–—-(".contains(field.token(i).text())) {
                return true;
            }
        }
        return false;
    }

    /** "HAIFA (Energy Observer) —" */
    private boolean isBracketedSource() {
        return field.name() == TextField.BODY
                && from > 1
                && from < DATELINE
                && to < field.size()
                && field.token(from - 1).text().equals("(")
                && field.token(to).text().equals(")");
    }

    private boolean isBesidePlaceNoun() {
        if (to < field.size()
                && cues.is(Kind.PLACE_NOUN, field.token(to))
                && !field.token(to).isCapitalised()) {
            return true;
        }
        return from > 1
                && field.token(from - 1).folded().equals("of")
                && cues.is(Kind.PLACE_NOUN, field.token(from - 2));
    }

    private boolean hasPersonCue() {
        if (to < field.size() && cues.is(Kind.SPEECH, field.token(to))) {
            return true;
        }
        return follows(Kind.TITLE) || follows(Kind.SPEECH) || isBeforeAge();
    }

    /** "Romano Di Nardo, 81," */
    private boolean isBeforeAge() {
        return to + 2 < field.size()
                && field.token(to).text().equals(",")
                && AGE.matcher(field.token(to + 1).text()).matches()
                && field.token(to + 2).text().equals(",");
    }

    private boolean follows(Kind kind) {
        if (from == 0 || field.beginsSentence(from)) {
            return false;
        }
        Token before = field.token(from - 1);
        return before.isWord() && cues.is(kind, before);
    }

    /** "Ourense and Zamora", "Mashhad, Ilam and Kermanshah"; not "In Ayacucho, Adelina Huamaní". */
    private boolean goesOnList(int words) {
        return switch (field.token(from - 1).folded()) {
            case "and", "or", "to" -> true;
            case "," -> words == 1 && to < field.size() && isListMark(field.token(to));
            default -> false;
        };
    }

    private static boolean isListMark(Token token) {
        return switch (token.folded()) {
            case ",", "and", "or", ".", ";" -> true;
            default -> false;
        };
    }
}
