package io.geowire.enrichment.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words that name bodies of which every state has one. The format of their file is described in {@code docs/entities.md}.
 *
 * @param roles of the words, which are folded
 * @param onlyIn ISO codes of the countries whose news calls a body so, where not each has one; by its {@link #key}
 */
record StateBodyWords(Map<String, Role> roles, Map<String, Set<String>> onlyIn) {
    private static final String RESOURCE = "state-bodies.tsv";
    private static final Map<String, String> BRITISH = Map.of("defense", "defence", "labor", "labour");

    /** What a word tells. */
    enum Role {
        /** What kind of body it is; it needs a qualifier. */
        HEAD,
        /** Which body it is, without any other word. */
        ALONE,
        /** Which of its kind it is. */
        QUALIFIER,
        /** Nothing. */
        LINK
    }

    StateBodyWords {
        roles = Map.copyOf(roles);
        onlyIn = Map.copyOf(onlyIn);
    }

    /** Those that come with Geowire. */
    static StateBodyWords load() {
        try (InputStream in = Objects.requireNonNull(StateBodyWords.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return read(RESOURCE, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param source its name, for messages
     * @throws EntityTableException naming all faults, if there are any
     */
    static StateBodyWords read(String source, Reader reader) throws IOException {
        return new StateBodyWordsParser(source).read(reader);
    }

    boolean isHead(String word) {
        Role role = roles.get(word);
        return role == Role.HEAD || role == Role.ALONE;
    }

    boolean isLink(String word) {
        return roles.get(word) == Role.LINK;
    }

    /**
     * What all spellings of a body's name have in common, whatever the order of its words and the links between them.
     *
     * @return null if the words are no such name
     */
    @Nullable
    String key(Collection<String> name) {
        Set<String> key = new TreeSet<>();
        boolean hasHead = false;
        boolean enough = false;
        for (String word : name) {
            Role role = roles.get(word);
            if (role == null) {
                return null;
            }
            if (role != Role.LINK) {
                key.add(BRITISH.getOrDefault(word, word));
            }
            hasHead |= isHead(word);
            enough |= role == Role.ALONE || key.size() > 1;
        }
        return hasHead && enough ? String.join(" ", key) : null;
    }

    /** Whether the country has the body of a key. */
    boolean has(String country, String key) {
        Set<String> countries = onlyIn.get(key);
        return countries == null || countries.contains(country);
    }
}
