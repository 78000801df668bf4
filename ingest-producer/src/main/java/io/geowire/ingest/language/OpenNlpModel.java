package io.geowire.ingest.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/** Apache OpenNLP's model of character n-grams: 103 languages, 37 MB of heap. */
public final class OpenNlpModel implements LanguageModel {
    private static final String RESOURCE = "/langdetect-183.bin";

    private final LanguageDetectorME detector;

    /** Its codes are of three letters, BCP 47 wants two where there are two. */
    private final Map<String, String> tags = new HashMap<>(Map.of("cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv"));

    private OpenNlpModel(LanguageDetectorModel model) {
        detector = new LanguageDetectorME(model);
        for (String language : Locale.getISOLanguages()) {
            tags.put(Locale.forLanguageTag(language).getISO3Language(), language);
        }
    }

    /** Loads it, which takes a second or two of processor time. */
    public static OpenNlpModel load() {
        try (InputStream in = OpenNlpModel.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing on the class path");
            }
            return new OpenNlpModel(new LanguageDetectorModel(in));
        } catch (IOException e) {
            throw new IllegalStateException(RESOURCE + " cannot be read", e);
        }
    }

    /** Begins to load it, and returns at once. Who asks first waits. */
    public static LanguageModel inBackground() {
        CompletableFuture<OpenNlpModel> model = CompletableFuture.supplyAsync(OpenNlpModel::load);
        return text -> model.join().probabilities(text);
    }

    @Override
    public Map<String, Double> probabilities(String text) {
        Map<String, Double> probabilities = new HashMap<>();
        for (Language each : detector.predictLanguages(text)) {
            probabilities.merge(tags.getOrDefault(each.getLang(), each.getLang()), each.getConfidence(), Math::max);
        }
        return probabilities;
    }
}
