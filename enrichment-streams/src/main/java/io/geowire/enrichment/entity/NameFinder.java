package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.entity.Shapes.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds names that the table does not know, by their capitals and by the words around them, and grows known names that are
 * part of longer ones ("Basra" in "University of Basra", "Jordan" in "Jordan Whitfield").
 */
final class NameFinder {
    private final Cues cues;
    private final Names names;

    NameFinder(Cues cues, Names names) {
        this.cues = cues;
        this.names = names;
    }

    /** All names of a field, known and unknown, in order. */
    List<Found> find(Field field, List<Match> known) {
        return new Scan(field, new Shapes(field, known, cues)).run();
    }

    private final class Scan {
        private final Field field;
        private final Shapes shapes;
        private final HeadedName heads;
        private final List<Found> found = new ArrayList<>();

        Scan(Field field, Shapes shapes) {
            this.field = field;
            this.shapes = shapes;
            this.heads = new HeadedName(field, shapes, cues);
        }

        List<Found> run() {
            int at = 0;
            while (at < shapes.size()) {
                at = shapes.is(at, Shape.OTHER) ? at + 1 : split(at, shapes.endOfRun(at));
            }
            return found;
        }

        /** Takes the names out of a run; returns the index after the last token taken, which may lie beyond the run. */
        private int split(int from, int to) {
            for (int head = to - 1; head >= from; head--) {
                HeadedName.Extent name = heads.at(head, from, to);
                if (name == null) {
                    continue;
                }
                if (name.from() > from) {
                    split(from, name.from());
                }
                if (name.type() != null) {
                    found.removeIf(earlier -> earlier.to() > name.from());
                    found.add(names.headed(field, name.from(), name.to(), name.type()));
                }
                return name.to() < to ? split(name.to(), to) : name.to();
            }
            plain(from, to);
            return to;
        }

        /** A run without a telling head word: known names, persons, places. */
        private void plain(int from, int to) {
            int at = from;
            while (at < to) {
                Match match = shapes.match(at);
                if (match != null) {
                    at = known(match, to);
                } else if (shapes.is(at, Shape.FREE)) {
                    at = unknown(at, to);
                } else {
                    at++;
                }
            }
        }

        /** A known name, unless it begins the name of a person whom the table does not know: Jordan Whitfield. */
        private int known(Match match, int to) {
            int end = shapes.endOfFree(match.to(), to);
            if (end > match.to() && beginsPersonName(match)) {
                add(match.from(), end, EntityType.PERSON);
                return end;
            }
            if (!isPartOfTitle(match) && !isClass(match)) {
                found.add(names.known(field, match));
            }
            return match.to();
        }

        private boolean beginsPersonName(Match match) {
            if (match.to() - match.from() > 1 || match.entity().type() == EntityType.ORGANIZATION) {
                return false;
            }
            return cues.is(Kind.GIVEN_NAME, field.token(match.from()))
                    || (match.entity().type() == EntityType.PERSON && field.casing() == Casing.SENTENCE);
        }

        /** "Treasury Secretary" is an office, not the Treasury. */
        private boolean isPartOfTitle(Match match) {
            return match.to() - match.from() == 1
                    && match.entity().type() == EntityType.ORGANIZATION
                    && match.to() < field.size()
                    && field.token(match.to()).text().equals("Secretary")
                    && field.token(match.from()).folded().equals("treasury");
        }

        /** "Virginia-class boats". */
        private boolean isClass(Match match) {
            int next = match.to();
            return next + 1 < field.size()
                    && field.token(next).isHyphen()
                    && field.token(next + 1).folded().equals("class");
        }

        private int unknown(int from, int to) {
            int end = shapes.endOfFree(from, to);
            Match next = end < to ? shapes.match(end) : null;
            if (next != null && next.from() == end && next.to() - end == 1 && endsPersonName(from, next)) {
                add(from, next.to(), EntityType.PERSON);
                return next.to();
            }
            EntityType type = new UnknownName(field, shapes, cues, from, end, before(from)).type();
            if (type != null) {
                add(from, end, type);
            }
            return end;
        }

        /** Whether a known single word is the surname of another: Ivan Lavrov, Tessa Paris. */
        private boolean endsPersonName(int from, Match last) {
            if (last.entity().type() == EntityType.ORGANIZATION) {
                return false;
            }
            return cues.is(Kind.GIVEN_NAME, field.token(from))
                    || cues.is(Kind.SURNAME_PLACE, field.token(last.from()))
                    || (field.casing() == Casing.SENTENCE
                            && last.entity().type() == EntityType.PERSON
                            && !cues.isOrdinary(field.token(from)));
        }

        /** The type of the name that ends right before the word or mark before the index, or before an age there. */
        private @Nullable EntityType before(int from) {
            Found last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last == null) {
                return null;
            }
            boolean afterAge = last.to() == from - 4
                    && field.token(from - 4).text().equals(",")
                    && field.token(from - 2).text().equals(",")
                    && last.referent().type() == EntityType.PERSON;
            return last.to() == from - 1 || afterAge ? last.referent().type() : null;
        }

        private void add(int from, int to, EntityType type) {
            int start = withArticle(from);
            found.add(names.unknown(field, start, to, type));
        }

        /** The index of "al" in "al-Saffar". */
        private int withArticle(int from) {
            boolean article = from > 1
                    && field.token(from - 1).isHyphen()
                    && field.touchesNext(from - 1)
                    && field.touchesNext(from - 2)
                    && shapes.is(from - 2, Shape.OTHER)
                    && cues.is(Kind.JOINER, field.token(from - 2));
            return article ? from - 2 : from;
        }
    }
}
