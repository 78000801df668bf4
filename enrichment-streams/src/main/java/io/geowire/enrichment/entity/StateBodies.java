package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.text.Token;
import io.geowire.enrichment.text.Tokenizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that every state has under much the same name: Supreme Court, Foreign Ministry, Central Bank. Which one is meant only
 * its country tells.
 */
final class StateBodies {
    private final StateBodyWords words;
    private final States states;
    private final Map<String, EntityRecord> byCountry = new HashMap<>();
    private final Set<Alias> shared = Collections.newSetFromMap(new IdentityHashMap<>());

    StateBodies(EntityTable table) {
        this.words = StateBodyWords.load();
        this.states = table.states();
        for (EntityRecord body : table.entities()) {
            if (body.type() == EntityType.ORGANIZATION && body.countries().size() == 1) {
                String country = body.countries().get(0);
                body.aliases().forEach(alias -> {
                    if (isShared(alias.text())) {
                        shared.add(alias);
                    }
                    String key = key(alias.text(), country);
                    if (key != null) {
                        byCountry.putIfAbsent(country + ' ' + key, body);
                    }
                });
            }
        }
    }

    /** Whether several states may have a body of the alias, one of the table's. */
    boolean isShared(Alias alias) {
        return shared.contains(alias);
    }

    /** Whether several states may have a body of the name. */
    boolean isShared(String name) {
        return key(name, "") != null;
    }

    /** Whether the country may have a body of the name. */
    boolean mayBeOf(String country, String name) {
        String key = key(name, country);
        return key != null && words.has(country, key);
    }

    /** What the spellings of a body's name have in common, its country left out; null for other names. */
    private @Nullable String key(String name, String country) {
        return words.key(States.words(name).stream()
                .filter(word -> words.isHead(word) || !states.isOwnWord(country, word))
                .toList());
    }

    /** The country's body of a shared name: that of the table, else one that is known by country and name alone. */
    Referent of(String country, String name) {
        EntityRecord body = byCountry.get(country + ' ' + key(name, country));
        if (body != null) {
            return Referent.of(body);
        }
        String full = states.adjective(country) + ' ' + bare(name, country);
        return Referent.unknown(full, EntityType.ORGANIZATION).in(country);
    }

    /** Without the country, and ministries in one form: Ministry of Foreign Affairs of Peru, Foreign Ministry. */
    private String bare(String name, String country) {
        List<String> kept = new ArrayList<>();
        for (Token token : Tokenizer.tokenize(TextField.TITLE, name)) {
            if (token.isWord() && !states.isOwnWord(country, token.folded())) {
                kept.add(title(token.text()));
            }
        }
        while (!kept.isEmpty() && words.isLink(Folding.fold(kept.get(kept.size() - 1))) && !isAffairs(kept)) {
            kept.remove(kept.size() - 1);
        }
        if (kept.size() > 2 && kept.get(0).equals("Ministry") && kept.get(1).equals("of")) {
            kept = new ArrayList<>(kept.subList(2, kept.size()));
            if (isAffairs(kept) && kept.size() > 1) {
                kept.remove(kept.size() - 1);
            }
            kept.add("Ministry");
        }
        return kept.stream()
                .map(word -> word.equals("Defense") ? "Defence" : word)
                .collect(Collectors.joining(" "));
    }

    private static boolean isAffairs(List<String> words) {
        return words.get(words.size() - 1).equals("Affairs");
    }

    /** A word of a headline in capitals as in running text. */
    private String title(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return words.isLink(folded) && !folded.equals("affairs")
                ? folded
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + folded.substring(1);
    }
}
