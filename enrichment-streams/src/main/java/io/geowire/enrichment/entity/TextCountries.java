package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.CountryClues.Clue;
import io.geowire.enrichment.entity.Gazetteer.Match;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which country the text is about at some place of it. */
final class TextCountries {
    /** A country that has this many times the clues of any other is that of the text. */
    private static final int CLEAR = 2;

    private final List<Clue> clues;
    private final @Nullable String main;

    private TextCountries(List<Clue> clues) {
        this.clues = clues;
        this.main = main(clues);
    }

    /** The countries that words tell, and those of the known names. */
    static TextCountries of(List<Clue> words, List<Clue> names) {
        List<Clue> clues = new ArrayList<>(words);
        for (Clue name : names) {
            if (words.stream().noneMatch(clue -> clue.field() == name.field() && clue.at() == name.at())) {
                clues.add(name);
            }
        }
        return new TextCountries(clues);
    }

    private static @Nullable String main(List<Clue> clues) {
        Map<String, Integer> counts = new HashMap<>();
        clues.forEach(clue -> counts.merge(clue.country(), 1, Integer::sum));
        String most = null;
        int count = 0;
        int second = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > count) {
                second = count;
                count = entry.getValue();
                most = entry.getKey();
            } else {
                second = Math.max(second, entry.getValue());
            }
        }
        return count >= CLEAR * second ? most : null;
    }

    /** The country that is named most, by far; null if there is none. */
    @Nullable
    String main() {
        return main;
    }

    /** Whether no country is told anywhere. */
    boolean areNone() {
        return clues.isEmpty();
    }

    /** How often the country is told. */
    int count(String country) {
        return (int)
                clues.stream().filter(clue -> clue.country().equals(country)).count();
    }

    /** How many tokens before or after a name the sentence tells the country; the largest number if it does not. */
    int distance(Found name, String country) {
        return sentence(name.field(), name.from())
                .filter(clue -> clue.country().equals(country))
                .mapToInt(clue -> clue.at() < name.from() ? name.from() - clue.at() : clue.at() - name.to())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** Whether the sentence tells another country than the one that is named there. */
    boolean hasOther(Field field, Match name) {
        return sentence(field, name.from())
                .map(Clue::country)
                .anyMatch(country -> !name.entity().countries().contains(country));
    }

    /** The one country of the sentence, else that of the text; null where neither is clear. */
    @Nullable
    String at(Field field, int at) {
        List<String> countries =
                sentence(field, at).map(Clue::country).distinct().limit(2).toList();
        return countries.size() == 1 ? countries.get(0) : main;
    }

    private Stream<Clue> sentence(Field field, int at) {
        int from = at;
        while (from > 0 && !field.beginsSentence(from)) {
            from--;
        }
        int to = at + 1;
        while (to < field.size() && !field.beginsSentence(to)) {
            to++;
        }
        int first = from;
        int next = to;
        return clues.stream().filter(clue -> clue.field() == field && clue.at() >= first && clue.at() < next);
    }
}
