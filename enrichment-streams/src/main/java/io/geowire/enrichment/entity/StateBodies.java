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
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that every state has under much the same name: Supreme Court, Foreign Ministry, Central Bank. Which one is meant only
 * its country tells.
 */
final class StateBodies {
    private static final Set<String> HEADS = Set.of(
            "ministry",
            "court",
            "parliament",
            "assembly",
            "senate",
            "congress",
            "cabinet",
            "treasury",
            "army",
            "navy",
            "house",
            "commission",
            "bank",
            "council",
            "tribunal",
            "guard",
            "police",
            "force",
            "party");

    /** Words that, with a head, leave only one body a state. */
    private static final Set<String> QUALIFIERS = Set.of(
            "supreme",
            "constitutional",
            "high",
            "federal",
            "national",
            "central",
            "foreign",
            "affairs",
            "external",
            "defence",
            "defense",
            "finance",
            "interior",
            "justice",
            "health",
            "energy",
            "trade",
            "commerce",
            "oil",
            "economy",
            "education",
            "agriculture",
            "transport",
            "election",
            "electoral",
            "security",
            "people's",
            "air",
            "coast",
            "general",
            "independent",
            "revolutionary",
            "representatives",
            "commons",
            "lords",
            "state",
            "culture",
            "environment",
            "labour",
            "labor",
            "information",
            "religious",
            "home",
            "war",
            "royal",
            "liberal",
            "conservative",
            "democratic",
            "social",
            "socialist",
            "communist",
            "green",
            "republican",
            "progressive",
            "christian",
            "workers");

    private static final Set<String> LINKS = Set.of("of", "the", "for", "and", "affairs");

    /** These words alone name a body. */
    private static final Set<String> ALONE = Set.of("parliament", "senate", "congress", "treasury");

    /** Where not every state has the body, those whose news names it so. */
    private static final Map<String, Set<String>> ONLY_IN = Map.of(
            "congress",
                    Set.of(
                            "US", "MX", "PE", "BR", "AR", "CL", "CO", "EC", "HN", "GT", "PY", "DO", "BO", "PH", "FM",
                            "PW"),
            "treasury", Set.of("US", "GB", "AU", "NZ", "ZA", "KE", "IE"),
            "commons house", Set.of("GB", "CA"),
            "house lords", Set.of("GB"),
            "senate",
                    Set.of(
                            "US", "FR", "IT", "ES", "PL", "CZ", "RO", "NL", "BE", "CA", "AU", "MX", "BR", "AR", "CL",
                            "CO", "PY", "UY", "BO", "DO", "PH", "TH", "KH", "PK", "JO", "KE", "NG", "ZA", "CD", "CG",
                            "CM", "CI", "GA", "GQ", "ET", "RW", "BI", "NA", "LS", "SZ", "ZW", "LR", "MG", "TD", "TG",
                            "IE", "KZ", "UZ", "BA", "BY", "HT", "JM", "TT", "BS", "BB", "AG", "LC", "GD", "BZ", "BH",
                            "DZ", "TN", "EG", "SO", "SS", "MM", "PE", "PR", "PW", "MR", "BJ"));

    private final Map<String, EntityRecord> byCountry = new HashMap<>();
    private final Set<Alias> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private final States states;

    StateBodies(EntityTable table) {
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
        return key != null && ONLY_IN.getOrDefault(key, Set.of(country)).contains(country);
    }

    /** What the spellings of a body's name have in common, its country left out; null for other names. */
    private @Nullable String key(String name, String country) {
        Set<String> key = new TreeSet<>();
        boolean head = false;
        for (String word : States.words(name)) {
            boolean isHead = HEADS.contains(word);
            if (!isHead && states.isOwnWord(country, word)) {
                continue;
            }
            if (!isHead && !QUALIFIERS.contains(word) && !LINKS.contains(word)) {
                return null;
            }
            head |= isHead;
            if (!LINKS.contains(word)) {
                key.add(word.equals("defense") ? "defence" : word.equals("labor") ? "labour" : word);
            }
        }
        boolean enough = key.size() > 1 || ALONE.containsAll(key);
        return head && enough ? String.join(" ", key) : null;
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
        while (!kept.isEmpty() && LINKS.contains(Folding.fold(kept.get(kept.size() - 1))) && !isAffairs(kept)) {
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
    private static String title(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        return LINKS.contains(folded) && !folded.equals("affairs")
                ? folded
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + folded.substring(1);
    }
}
