package io.geowire.ingest.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The script of a text.
 *
 * @param script that most of its letters are of; {@link UnicodeScript#COMMON} if it has none
 * @param weight of these letters: an ideograph says as much as three letters
 */
record Writing(UnicodeScript script, int weight) {
    private static final int WEIGHT_OF_IDEOGRAPH = 3;

    private static final Map<UnicodeScript, Set<String>> LANGUAGES = Map.ofEntries(
            Map.entry(UnicodeScript.ARABIC, Set.of("ar", "fa", "ps", "ur")),
            Map.entry(UnicodeScript.ARMENIAN, Set.of("hy")),
            Map.entry(UnicodeScript.BENGALI, Set.of("bn")),
            Map.entry(UnicodeScript.CYRILLIC, Set.of("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk")),
            Map.entry(UnicodeScript.DEVANAGARI, Set.of("hi", "mr", "ne")),
            Map.entry(UnicodeScript.GEORGIAN, Set.of("ka")),
            Map.entry(UnicodeScript.GREEK, Set.of("el")),
            Map.entry(UnicodeScript.GUJARATI, Set.of("gu")),
            Map.entry(UnicodeScript.GURMUKHI, Set.of("pa")),
            Map.entry(UnicodeScript.HAN, Set.of("zh")),
            Map.entry(UnicodeScript.HANGUL, Set.of("ko")),
            Map.entry(UnicodeScript.HEBREW, Set.of("he")),
            Map.entry(UnicodeScript.HIRAGANA, Set.of("ja")),
            Map.entry(UnicodeScript.KANNADA, Set.of("kn")),
            Map.entry(UnicodeScript.KHMER, Set.of("km")),
            Map.entry(UnicodeScript.LAO, Set.of("lo")),
            Map.entry(UnicodeScript.MALAYALAM, Set.of("ml")),
            Map.entry(UnicodeScript.MYANMAR, Set.of("my")),
            Map.entry(UnicodeScript.SINHALA, Set.of("si")),
            Map.entry(UnicodeScript.TAMIL, Set.of("ta")),
            Map.entry(UnicodeScript.TELUGU, Set.of("te")),
            Map.entry(UnicodeScript.THAI, Set.of("th")));

    static Writing of(String text) {
        Map<UnicodeScript, Integer> weights = new EnumMap<>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(letter -> {
            UnicodeScript script = UnicodeScript.of(letter) == UnicodeScript.KATAKANA
                    ? UnicodeScript.HIRAGANA
                    : UnicodeScript.of(letter);
            weights.merge(script, Character.isIdeographic(letter) ? WEIGHT_OF_IDEOGRAPH : 1, Integer::sum);
        });
        weights.remove(UnicodeScript.COMMON);
        // Japanese writes Chinese characters too; the kana are its own.
        weights.computeIfPresent(
                UnicodeScript.HIRAGANA, (kana, weight) -> weight + weights.getOrDefault(UnicodeScript.HAN, 0));
        return weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> new Writing(most.getKey(), most.getValue()))
                .orElse(new Writing(UnicodeScript.COMMON, 0));
    }

    /** The languages that write so, by BCP 47 tag; none if they are not known. Not for Latin, in which most are written. */
    Set<String> languages() {
        return LANGUAGES.getOrDefault(script, Set.of());
    }
}
