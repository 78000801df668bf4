package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Gazetteer.Match;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the table tells of a text, before the tagger reads it.
 *
 * @param fields what it tells of each field
 * @param words the folded words of the text, which rules of context ask for, and the countries that it tells
 * @param countries which country it is about
 */
record KnownText(List<InField> fields, Set<String> words, TextCountries countries) {

    /**
     * What the table tells of a field.
     *
     * @param names in reading order; none overlaps another
     * @param noNames the tokens that are part of a phrase which is no name: "brussels sprouts", "Moscow mule"
     */
    record InField(Field field, List<Match> names, BitSet noNames) {

        /** With some of the names only. */
        InField only(Predicate<Match> shown) {
            return new InField(field, names.stream().filter(shown).toList(), noNames);
        }
    }
}
