package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Word lists that tell what a capitalised name is. */
final class Cues {
    /** The sections of {@code cues.txt}. */
    enum Kind {
        TITLE,
        ORGANISATION,
        PLACE,
        PLACE_FIRST,
        EVENT,
        EVENT_FIRST,
        TREATY,
        SPEECH,
        PREPOSITION,
        COMMON,
        JOINER,
        GIVEN_NAME
    }

    private static final List<String> ENDINGS = List.of("s", "es", "ed", "d", "ing", "er", "ers", "ly");
    private static final int SHORTEST_STEM = 3;

    private final Map<Kind, Set<String>> words;
    private final Set<String> ordinary;

    private Cues(Map<Kind, Set<String>> words, Set<String> ordinary) {
        this.words = words;
        this.ordinary = ordinary;
    }

    /** The lists that come with Geowire, with the demonyms and the given names of the table. */
    static Cues load(EntityTable table) {
        Map<Kind, Set<String>> words = new HashMap<>();
        Set<String> section = Set.of();
        for (String line : lines("cues.txt")) {
            if (line.startsWith("[")) {
                Kind kind = Kind.valueOf(Folding.fold(line.substring(1, line.length() - 1))
                        .replace('-', '_')
                        .toUpperCase(java.util.Locale.ROOT));
                section = words.computeIfAbsent(kind, k -> new HashSet<>());
            } else {
                section.addAll(List.of(line.split(" ")));
            }
        }
        Set<String> ordinary = new HashSet<>(lines("common-words.txt"));
        for (EntityRecord entity : table.entities()) {
            for (String demonym : entity.demonyms()) {
                for (String word : Folding.fold(demonym).split("[ -]")) {
                    get(words, Kind.COMMON).add(word);
                    get(words, Kind.COMMON).add(word + "s");
                }
            }
            if (entity.type() == EntityType.PERSON && entity.name().indexOf(' ') > 0) {
                get(words, Kind.GIVEN_NAME)
                        .add(Folding.fold(
                                entity.name().substring(0, entity.name().indexOf(' '))));
            }
        }
        return new Cues(words, ordinary);
    }

    private static Set<String> get(Map<Kind, Set<String>> words, Kind kind) {
        return Objects.requireNonNull(words.get(kind), kind.name());
    }

    boolean is(Kind kind, Token token) {
        return get(words, kind).contains(token.folded());
    }

    /** Whether running text writes the word small, also in another form of it. */
    boolean isOrdinary(Token token) {
        String word = token.folded();
        if (ordinary.contains(word)) {
            return true;
        }
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM && word.endsWith(ending)) {
                String bare = word.substring(0, stem);
                if (ordinary.contains(bare) || ordinary.contains(bare + "e")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Collection<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Cues.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
