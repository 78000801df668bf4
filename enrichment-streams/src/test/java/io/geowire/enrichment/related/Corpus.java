package io.geowire.enrichment.related;

import io.geowire.enrichment.entity.EntityRecognizer;
import io.geowire.enrichment.entity.LinkedEntity;
import java.util.ArrayList;
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

    /** Two items of one file: items of different files are not labelled together. */
    record Pair(LabelledNews one, LabelledNews other, Fingerprint a, Fingerprint b) {
        boolean sameStory() {
            return one.sameStory(other) || one.copies(other);
        }

        boolean related() {
            return one.sameMatter(other) || one.copies(other);
        }

        boolean copies() {
            return one.copies(other);
        }

        boolean near() {
            return Ring.near(one.publishedAt(), other.publishedAt());
        }

        boolean meet() {
            return BlockKeys.rarestShared(a.profile().blockKeys(), b.profile().blockKeys())
                    .isPresent();
        }
    }

    /**
     * How many matters name a term or an entity. The reports of one matter count once, or what the labelled news is about would look
     * common.
     */
    DocumentFrequencies frequencies(List<String> files) {
        Map<String, Integer> counts = counts(files);
        int documents = counts.remove("");
        return new DocumentFrequencies(documents, counts);
    }

    /** As {@link #frequencies}, in order of name; the number of matters under the empty name. */
    Map<String, Integer> counts(List<String> files) {
        Fingerprinter fingerprinter = new Fingerprinter(new DocumentFrequencies(1, Map.of()));
        Map<String, Set<String>> matters = new TreeMap<>();
        for (LabelledNews item : LabelledNews.of(files)) {
            Profile profile = fingerprinter.profile(item.text(), entities.get(item));
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

    List<Fingerprint> fingerprints(List<LabelledNews> items, Fingerprinter fingerprinter) {
        return items.stream()
                .map(item -> new Fingerprint(
                        new Headline(
                                item.id(), item.id(), item.text().title(), item.source(), null, item.publishedAt()),
                        1,
                        fingerprinter.profile(item.text(), entities.get(item))))
                .toList();
    }

    List<Pair> pairs(List<String> files, Fingerprinter fingerprinter) {
        List<Pair> pairs = new ArrayList<>();
        for (String file : files) {
            List<LabelledNews> items = LabelledNews.of(file);
            List<Fingerprint> prints = fingerprints(items, fingerprinter);
            for (int i = 0; i < items.size(); i++) {
                for (int j = 0; j < i; j++) {
                    pairs.add(new Pair(items.get(i), items.get(j), prints.get(i), prints.get(j)));
                }
            }
        }
        return pairs;
    }

    private static String matter(LabelledNews item) {
        return item.saga() != null ? item.saga() : item.story() != null ? item.story() : item.id();
    }
}
