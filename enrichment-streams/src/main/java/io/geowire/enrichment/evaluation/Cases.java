package io.geowire.enrichment.evaluation;

import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Sets headlines in another case. Every text keeps its length, so that offsets stay right. */
public final class Cases {
    /** Words that title case leaves small, except at the beginning. */
    private static final Set<String> SMALL = Set.of(
            "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "nor", "of", "on", "or", "over", "the",
            "to", "up", "via", "vs", "with");

    private Cases() {}

    /** Each word with a capital, small words excepted. Capitals that are there stay. */
    public static String title(String text) {
        return capitalise(text, word -> !SMALL.contains(word));
    }

    /** Each word with a capital, without exception. */
    public static String everyWord(String text) {
        return capitalise(text, word -> true);
    }

    private static String capitalise(String text, Predicate<String> which) {
        char[] chars = text.toCharArray();
        boolean first = true;
        for (Token token : Tokenizer.tokenize(TextField.TITLE, text)) {
            if (token.isWord() && (first || which.test(token.folded()))) {
                chars[token.start()] = Character.toUpperCase(chars[token.start()]);
            }
            first &= !token.isWord();
        }
        return new String(chars);
    }

    /** All letters as capitals; those without a capital of one code unit stay. */
    public static String upper(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toUpperCase(chars[i]);
        }
        return new String(chars);
    }

    /**
     * Only the first word, names, acronyms and proper adjectives with capitals.
     *
     * @param names spans whose capitals stay
     * @param proper whether a folded word has a capital although it is no name: Russian, Monday
     */
    public static String sentence(String text, List<Span> names, Predicate<String> proper) {
        StringBuilder made = new StringBuilder(text);
        boolean first = true;
        for (Token token : Tokenizer.tokenize(TextField.TITLE, text)) {
            boolean named = names.stream().anyMatch(name -> name.start() < token.end() && token.start() < name.end());
            boolean capitals = token.text().length() == 1
                    ? !token.folded().equals("a")
                    : token.text().substring(1).chars().anyMatch(Character::isUpperCase);
            if (token.isCapitalised() && !first && !named && !capitals && !proper.test(token.folded())) {
                made.setCharAt(token.start(), Character.toLowerCase(text.charAt(token.start())));
            }
            first &= !token.isWord();
        }
        return made.toString();
    }
}
