package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Gazetteer.Match;
import io.geowire.enrichment.entity.KnownText.InField;
import io.geowire.enrichment.entity.TaggingTask.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the names of a text: those that the tagger finds, and those of the table. Where the two overlap the longer wins; of
 * the same words the table tells the type, unless the tagger takes a single word for a person ("Jordan scored"). The list of
 * cities makes no mention: it tells which city a place is that the tagger found.
 */
final class MentionFinder {
    private final KnownNames knownNames;
    private final TaggingTask task;
    private final TaggerModel model;
    private final Names names;
    private final TownLinks towns;

    MentionFinder(KnownNames knownNames, TaggingTask task, TaggerModel model, Names names, TownLinks towns) {
        this.knownNames = knownNames;
        this.task = task;
        this.model = model;
        this.names = names;
        this.towns = towns;
    }

    /** All names of the fields, in reading order; none overlaps another. */
    List<Found> find(List<Field> fields) {
        KnownText known = knownNames.find(fields);
        List<Sequence> sequences = task.sequences(known.fields());
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            Sequence sequence = sequences.get(i);
            InField here = known.fields().get(i);
            Field field = here.field();
            List<Tags.Name> tagged = Tags.names(Decoder.decode(sequence.features(), sequence.allowed(), model)).stream()
                    .filter(name -> !isPartOfMore(field, name.from(), name.to()))
                    .filter(name ->
                            !here.noNames().get(name.from()) && !here.noNames().get(name.to() - 1))
                    .filter(name -> !names.meansAnother(field, name, known.words()))
                    .filter(name -> !KnownNames.isPronoun(field, name.from()))
                    .toList();
            found.addAll(merge(here, tagged, known.countries()));
        }
        return towns.link(found, known.countries());
    }

    private List<Found> merge(InField known, List<Tags.Name> tagged, TextCountries countries) {
        Field field = known.field();
        List<Found> found = new ArrayList<>();
        boolean[] taken = new boolean[field.size()];
        for (Match match : known.names()) {
            if (!knownNames.onlyLinks(match) && wins(field, match, tagged, countries)) {
                found.add(names.known(field, match, countries));
                Arrays.fill(taken, match.from(), match.to(), true);
            }
        }
        for (Tags.Name name : tagged) {
            boolean free = true;
            for (int i = name.from(); i < name.to(); i++) {
                free &= !taken[i];
            }
            if (free) {
                found.add(named(known, name, countries));
            }
        }
        found.sort(Comparator.comparingInt(Found::from));
        return found;
    }

    /** What the tagger found: a city of the list, if it found exactly that as a place. */
    private Found named(InField known, Tags.Name name, TextCountries countries) {
        for (Match match : known.names()) {
            if (match.from() == name.from()
                    && match.to() == name.to()
                    && name.type() == match.entity().type()) {
                return new Found(known.field(), name.from(), name.to(), Referent.of(match.entity()));
            }
        }
        return names.tagged(known.field(), name, countries);
    }

    private boolean wins(Field field, Match match, List<Tags.Name> tagged, TextCountries countries) {
        boolean seen = false;
        for (Tags.Name name : tagged) {
            if (name.to() <= match.from() || name.from() >= match.to()) {
                continue;
            }
            seen = true;
            int length = match.to() - match.from();
            boolean same = name.from() == match.from() && name.to() == match.to();
            if (name.to() - name.from() > length || (same && isAnother(field, match, name, countries))) {
                return false;
            }
        }
        return seen || !isPartOfMore(field, match.from(), match.to());
    }

    /**
     * A person who bears the name of a place or body: "Jordan scored", but not "the king of Jordan", nor "Chad warns
     * Sudan".
     */
    private boolean isAnother(Field field, Match match, Tags.Name name, TextCountries countries) {
        return name.type() == EntityType.PERSON
                && match.entity().type() != EntityType.PERSON
                && match.to() - match.from() == 1
                && !field.token(match.from()).isAllCaps()
                && !names.followsPreposition(field, match.from())
                && !(match.entity().kinds().contains(EntityKind.STATE) && countries.hasOther(field, match));
    }

    /** "Treasury Secretary" is an office, "Virginia-class" a kind of ship. */
    private static boolean isPartOfMore(Field field, int from, int next) {
        boolean office = next - from == 1
                && next < field.size()
                && field.token(next).text().equals("Secretary")
                && field.token(from).folded().equals("treasury");
        boolean kind = next + 1 < field.size()
                && field.token(next).isHyphen()
                && field.token(next + 1).folded().equals("class");
        return office || kind;
    }
}
