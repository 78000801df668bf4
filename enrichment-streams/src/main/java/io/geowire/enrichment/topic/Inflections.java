package io.geowire.enrichment.topic;

import java.util.LinkedHashSet;
import java.util.Set;

/** The regular inflections of an English verb or noun. */
final class Inflections {
    private Inflections() {}

    /**
     * The word itself, its plural or third person, its past and its -ing form. Both spellings are given where the last
     * consonant may double (cancel, ban), so some of the forms are no words; irregular ones (struck, met) are not among them.
     */
    static Set<String> of(String word) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(word);
        if (word.endsWith("e")) {
            forms.add(word + "s");
            forms.add(word + "d");
            forms.add(word.substring(0, word.length() - 1) + "ing");
            return forms;
        }
        if (word.endsWith("y") && !endsInVowelAndOne(word)) {
            String stem = word.substring(0, word.length() - 1);
            forms.add(stem + "ies");
            forms.add(stem + "ied");
            forms.add(word + "ing");
            return forms;
        }
        forms.add(isHissing(word) ? word + "es" : word + "s");
        forms.add(word + "ed");
        forms.add(word + "ing");
        char last = word.charAt(word.length() - 1);
        if (endsInVowelAndOne(word) && "wxy".indexOf(last) < 0) {
            forms.add(word + last + "ed");
            forms.add(word + last + "ing");
        }
        return forms;
    }

    private static boolean isHissing(String word) {
        return word.endsWith("s")
                || word.endsWith("x")
                || word.endsWith("z")
                || word.endsWith("ch")
                || word.endsWith("sh");
    }

    private static boolean endsInVowelAndOne(String word) {
        int length = word.length();
        return length >= 2 && !isVowel(word.charAt(length - 1)) && isVowel(word.charAt(length - 2));
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }
}
