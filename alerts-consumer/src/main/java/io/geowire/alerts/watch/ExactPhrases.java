package io.geowire.alerts.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds many phrases in exact case in one pass over the text. */
final class ExactPhrases {
    private final Map<Character, List<ExactPhrase>> byFirst = new HashMap<>();

    ExactPhrases(Set<String> phrases) {
        for (String phrase : phrases) {
            ExactPhrase exact = new ExactPhrase(phrase);
            byFirst.computeIfAbsent(exact.first(), c -> new ArrayList<>()).add(exact);
        }
    }

    /** The phrases that the item has, each with where, at most {@link WatchMatcher#MAX_MATCHES} places each. */
    List<Annotation> find(NewsItem item) {
        if (byFirst.isEmpty()) {
            return List.of();
        }
        Map<String, List<Span>> found = new LinkedHashMap<>();
        for (TextField field : TextField.values()) {
            find(item.text(field), field, found);
        }
        return found.entrySet().stream()
                .map(e -> new Annotation(e.getKey(), e.getKey(), e.getValue()))
                .toList();
    }

    private void find(String text, TextField field, Map<String, List<Span>> found) {
        for (int start = 0; start < text.length(); start++) {
            for (ExactPhrase phrase : byFirst.getOrDefault(ExactPhrase.plain(text.charAt(start)), List.of())) {
                int end = phrase.endAt(text, start);
                if (end >= 0) {
                    List<Span> spans = found.computeIfAbsent(phrase.phrase(), p -> new ArrayList<>());
                    if (spans.size() < WatchMatcher.MAX_MATCHES) {
                        spans.add(new Span(field, start, end));
                    }
                }
            }
        }
    }
}
