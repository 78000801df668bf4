package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.Token;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Word lists that tell what a capitalised name is. */
final class Cues {
    /** The sections of {@code cues.txt}. */
    enum Kind {
        TITLE,
        ORGANISATION,
        ORGANISATION_NOUN,
        PLACE,
        PLACE_FIRST,
        PLACE_NOUN,
        EVENT,
        EVENT_FIRST,
        TREATY,
        THING,
        SHIP,
        SPEECH,
        PREPOSITION,
        COMMON,
        JOINER,
        GIVEN_NAME,
        SURNAME_PLACE
    }

    private static final Pattern NAME_PARTS = Pattern.compile("[ -]");

    private final Map<Kind, Set<String>> words;
    private final Set<String> ordinary;
    private final Set<String> demonyms;

    private Cues(Map<Kind, Set<String>> words, Set<String> ordinary, Set<String> demonyms) {
        this.words = words;
        this.ordinary = ordinary;
        this.demonyms = demonyms;
    }

    /** The lists that come with Geowire, with the demonyms and the given names of the table. */
    static Cues load(EntityTable table) {
        Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);
        Set<String> section = Set.of();
        for (String line : lines("cues.txt")) {
            if (line.startsWith("[")) {
                Kind kind = Kind.valueOf(Folding.fold(line.substring(1, line.length() - 1))
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT));
                section = words.computeIfAbsent(kind, k -> new HashSet<>());
            } else {
                NAME_PARTS.splitAsStream(line).forEach(section::add);
            }
        }
        Set<String> ordinary = new HashSet<>(lines("common-words.txt"));
        Set<String> demonyms = new HashSet<>();
        for (EntityRecord entity : table.entities()) {
            for (String demonym : entity.demonyms()) {
                demonyms.add(Folding.fold(demonym));
                NAME_PARTS
                        .splitAsStream(Folding.fold(demonym))
                        .forEach(word -> get(words, Kind.COMMON).addAll(List.of(word, word + "s")));
            }
            if (entity.type() == EntityType.PERSON && entity.name().indexOf(' ') > 0) {
                get(words, Kind.GIVEN_NAME)
                        .add(Folding.fold(
                                entity.name().substring(0, entity.name().indexOf(' '))));
            }
        }
        return new Cues(words, ordinary, demonyms);
    }

    private static Set<String> get(Map<Kind, Set<String>> words, Kind kind) {
        return Objects.requireNonNull(words.get(kind), kind.name());
    }

    boolean is(Kind kind, Token token) {
        return get(words, kind).contains(token.folded());
    }

    /** Whether running text writes the word small. */
    boolean isOrdinary(Token token) {
        return ordinary.contains(token.folded());
    }

    /** Whether it is a state's adjective: Peruvian. */
    boolean isDemonym(Token token) {
        return demonyms.contains(token.folded());
    }

    /** The words of a section. */
    Set<String> words(Kind kind) {
        return get(words, kind);
    }

    /** Words that running text writes small. */
    Set<String> ordinary() {
        return ordinary;
    }

    Set<String> demonyms() {
        return demonyms;
    }

    static Collection<String> lines(String resource) {
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
