package io.geowire.ingest.language;

import io.geowire.events.Article;
import io.geowire.ingest.language.LanguageDetector.Evidence;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.normalise.Normaliser.Normalised;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The language that an article declares; if it declares none, the one that its text shows. Whether it is English is what
 * matters downstream, so about this alone a text may contradict the declaration, if it is sure.
 */
public final class DetectedLanguage implements LanguageRule {
    /** ISO 639 codes for undetermined, for several languages, and for none. */
    private static final Set<String> NO_LANGUAGE = Set.of("", "und", "mul", "zxx");

    private final LanguageDetector detector;

    public DetectedLanguage(LanguageDetector detector) {
        this.detector = detector;
    }

    @Override
    public Normalised settle(Normalised normalised) {
        Article article = normalised.article();
        String declared = declared(article.getLanguage());
        Evidence evidence = detector.examine(article.getTitle(), article.getBody());
        if (declared == null) {
            return new Normalised(inLanguage(article, evidence.language()), normalised.warnings());
        }
        String seen = evidence.language();
        if (seen == null || !evidence.sure() || isEnglish(declared) == isEnglish(seen)) {
            return normalised;
        }
        List<String> warnings = new ArrayList<>(normalised.warnings());
        warnings.add("language: %s is declared, the text is %s".formatted(declared, seen));
        return new Normalised(inLanguage(article, seen), warnings);
    }

    private static @Nullable String declared(@Nullable String tag) {
        return tag == null || NO_LANGUAGE.contains(primary(tag)) ? null : tag;
    }

    private static boolean isEnglish(String tag) {
        return primary(tag).equals(LanguageDetector.ENGLISH);
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    private static Article inLanguage(Article article, @Nullable String tag) {
        return Article.newBuilder(article).setLanguage(tag).build();
    }
}
