package io.geowire.ingest.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first sentence of a paragraph: the title of an article that has none. */
public final class FirstSentence {
    /** An end of sentence, with what closes it, before white space; in scripts without spaces, before anything. */
    private static final Pattern END = Pattern.compile("[.!?…۔।]+[\"'”’»)\\]]*(?=\\s+[^\\p{Ll}\\s])|[。！？｡]+[」』”）]*");

    private static final Pattern LAST_WORD = Pattern.compile("([\\p{L}.]+)\\.[\"'”’»)\\]]*$");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Adm", "Apr", "Aug", "Brig", "Capt", "Col", "Dec", "Dr", "Feb", "Gen", "Gov", "Jan", "Jr", "Lt", "Maj",
            "Messrs", "Mr", "Mrs", "Ms", "Mt", "No", "Nov", "Oct", "Prof", "Rep", "Rev", "Sen", "Sep", "Sept", "Sgt",
            "Sr", "St", "vs");

    private FirstSentence() {}

    /** The first sentence, with its closing mark; all of the text if it has only one. */
    public static String of(String paragraph) {
        Matcher end = END.matcher(paragraph);
        while (end.find()) {
            String sentence = paragraph.substring(0, end.end());
            if (!endsWithAbbreviation(sentence)) {
                return sentence;
            }
        }
        return paragraph;
    }

    private static boolean endsWithAbbreviation(String sentence) {
        Matcher word = LAST_WORD.matcher(sentence);
        if (!word.find()) {
            return false;
        }
        String text = word.group(1);
        boolean initials = text.codePointCount(0, text.length()) == 1 || text.matches("(?:\\p{Lu}\\.)+\\p{Lu}");
        return initials || ABBREVIATIONS.contains(text);
    }
}
