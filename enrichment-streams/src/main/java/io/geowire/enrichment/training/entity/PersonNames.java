package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes the resource of parts of persons' names. */
final class PersonNames {
    private static final Pattern HYPHEN = Pattern.compile("[-.\u2010]");
    private static final Pattern WORD = Pattern.compile("[a-z']{2,}");
    private static final Set<String> SMALL = Set.of(
            "of", "and", "the", "de", "la", "le", "al", "el", "bin", "ibn", "van", "von", "der", "den", "du", "da",
            "do", "dos", "das", "del", "di", "y", "e", "zu", "ter", "ten");
    /** A word so many times rarer in one place than in the other is not taken for that part of a name. */
    private static final int RARER = 6;

    private static final String HEADER = """
            # Parts of names of persons in public office: 1 given name, 2 surname, 3 both. Folded, one a line.
            # From Wikidata (CC0 1.0).
            """;

    private PersonNames() {}

    /** The resource's text, from full names. */
    static String of(List<String> persons) {
        Map<String, Integer> given = new HashMap<>();
        Map<String, Integer> surnames = new HashMap<>();
        for (String person : persons) {
            String[] parts = person.split(" ");
            words(parts[0]).forEach(word -> given.merge(word, 1, Integer::sum));
            for (int i = 1; i < parts.length; i++) {
                if (!Character.isLowerCase(parts[i].codePointAt(0))) {
                    words(parts[i]).forEach(word -> surnames.merge(word, 1, Integer::sum));
                }
            }
        }
        Set<String> words = new TreeSet<>(given.keySet());
        words.addAll(surnames.keySet());
        words.removeAll(SMALL);
        StringBuilder text = new StringBuilder(HEADER);
        for (String word : words) {
            int first = given.getOrDefault(word, 0);
            int last = surnames.getOrDefault(word, 0);
            int kind = (first > 0 && first * RARER >= last ? 1 : 0) + (last > 0 && last * RARER >= first ? 2 : 0);
            text.append(kind).append(' ').append(word).append('\n');
        }
        return text.toString();
    }

    private static List<String> words(String part) {
        List<String> words = new ArrayList<>();
        for (String word : HYPHEN.split(Folding.fold(part), -1)) {
            if (WORD.matcher(word).matches()) {
                words.add(word);
            }
        }
        return words;
    }
}
