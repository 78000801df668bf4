package io.geowire.ingest.language;

import java.lang.Character.UnicodeScript;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a news item. Made for news that is mostly English and full of foreign names: another language must be
 * clearly more probable than English, else it is not said.
 */
public final class LanguageDetector {
    /** Of a script that English is not written in, but whose language is not known. */
    static final String UNDETERMINED = "und";

    static final String ENGLISH = "en";

    /**
     * Languages in Latin letters that the model may choose from. Of those that it knows, the ones are left out whose n-grams look
     * like foreign names in English headlines and in which little news is written.
     */
    private static final Set<String> LATIN = Set.of(
            "af", "az", "bs", "ca", "cs", "da", "de", "es", "et", "fi", "fr", "hr", "hu", "id", "is", "it", "lt", "lv",
            "ms", "nb", "nl", "nn", "pl", "pt", "ro", "sk", "sl", "sq", "sv", "sw", "tl", "tr", "uz", "vi");

    /** Natural logarithm of how many times more probable a language must be than English, or English than all others. */
    private static final double CLEAR = 0.5;

    /** The same, to contradict what an item declares. */
    private static final double SURE = 0.7;

    /** Letters that a text must have to contradict what it declares. */
    private static final int ENOUGH = 80;

    /** A word in another script proves nothing. */
    private static final int A_FEW = 3;

    /** Of the body, in characters; more says no more. */
    private static final int SAMPLE = 1_000;

    private final LanguageModel model;

    /**
     * What a text is in.
     *
     * @param language BCP 47 tag; null if it is not clear
     * @param sure whether it holds against what the item declares
     */
    record Evidence(@Nullable String language, boolean sure) {}

    public LanguageDetector(LanguageModel model) {
        this.model = model;
    }

    Evidence examine(String title, @Nullable String body) {
        String text = body == null ? title : title + "\n" + body.substring(0, Math.min(body.length(), SAMPLE));
        Writing writing = Writing.of(text);
        if (writing.script() == UnicodeScript.LATIN) {
            return latin(text, writing.weight());
        }
        return writing.weight() < A_FEW ? new Evidence(null, false) : new Evidence(other(text, writing), true);
    }

    private Evidence latin(String text, int letters) {
        Map<String, Double> probabilities = model.probabilities(text);
        String best = mostProbable(LATIN, probabilities);
        double margin = Math.log(probabilities.getOrDefault(best, 0.0) / probabilities.getOrDefault(ENGLISH, 0.0));
        if (Double.isNaN(margin) || Math.abs(margin) < CLEAR) {
            return new Evidence(null, false);
        }
        return new Evidence(margin > 0 ? best : ENGLISH, letters >= ENOUGH && Math.abs(margin) >= SURE);
    }

    private String other(String text, Writing writing) {
        Set<String> languages = writing.languages();
        return switch (languages.size()) {
            case 0 -> UNDETERMINED;
            case 1 -> languages.iterator().next();
            default -> mostProbable(languages, model.probabilities(text));
        };
    }

    private static String mostProbable(Collection<String> languages, Map<String, Double> probabilities) {
        String best = UNDETERMINED;
        for (String language : languages) {
            if (probabilities.getOrDefault(language, 0.0) > probabilities.getOrDefault(best, 0.0)) {
                best = language;
            }
        }
        return best;
    }
}
