package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.LinkedEntity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Labelled news with the entities that are recognised in it. */
final class Corpus {
    private final Map<LabelledNews, List<LinkedEntity>> entities = new HashMap<>();

    Corpus(EntityRecognizer recognizer) {
        LabelledNews.of(LabelledNews.FILES).forEach(item -> entities.put(item, recognizer.recognize(item.text())));
    }

    /**
     * How many matters name a term or an entity, in order of name; the number of matters under the empty name. The reports of one
     * matter count once, or what the labelled news is about would look common.
     */
    Map<String, Integer> counts(List<String> files) {
        Fingerprinter fingerprinter = new Fingerprinter(new DocumentFrequencies(1, Map.of()), PairModel.shipped());
        Map<String, Set<String>> matters = new TreeMap<>();
        for (LabelledNews item : LabelledNews.of(files)) {
            Profile profile = fingerprinter.profile(RandomArticles.encoded(item.text()), entities.get(item));
            Stream.concat(
                            Stream.of(""),
                            Stream.of(profile.terms(), profile.entities())
                                    .flatMap(List::stream)
                                    .map(Weighted::name))
                    .forEach(name ->
                            matters.computeIfAbsent(name, it -> new HashSet<>()).add(matter(item)));
        }
        Map<String, Integer> counts = new TreeMap<>();
        matters.forEach((name, in) -> counts.put(name, in.size()));
        return counts;
    }

    private static String matter(LabelledNews item) {
        return item.saga() != null ? item.saga() : item.story() != null ? item.story() : item.id();
    }
}
