package io.geowire.enrichment.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an article looks for its relatives. A key is a rare term, a rare entity or a pair of common ones: what more than one item
 * in {@value #HOT_PER_MILLE} per mille contains is never a key of its own, or its ring would hold everything.
 */
final class BlockKeys {
    /** Most keys of an article. */
    static final int MOST = 10;

    private static final int HOT_PER_MILLE = 5;

    private static final Comparator<Key> RAREST_FIRST =
            Comparator.comparingDouble((Key key) -> -key.rarity()).thenComparing(Key::name);

    private final DocumentFrequencies frequencies;

    BlockKeys(DocumentFrequencies frequencies) {
        this.frequencies = frequencies;
    }

    /** The keys of an article, rarest first. What its title names is preferred to what only its lead names. */
    List<String> of(List<Weighted> terms, List<Weighted> entities) {
        List<Key> title = new ArrayList<>();
        List<Key> lead = new ArrayList<>();
        List<Key> common = new ArrayList<>();
        Stream.concat(
                        entities.stream().map(entity -> new Feature("e:", entity)),
                        terms.stream().filter(BlockKeys::isWord).map(term -> new Feature("t:", term)))
                .forEach(feature -> {
                    boolean hot = frequencies.share(feature.weighted.name()) * 1000 > HOT_PER_MILLE;
                    (hot ? common : feature.weighted.inTitle() ? title : lead).add(feature.key());
                });
        return Stream.of(title, pairs(common), lead)
                .flatMap(keys -> keys.stream().sorted(RAREST_FIRST))
                .limit(MOST)
                .sorted(RAREST_FIRST)
                .map(Key::name)
                .toList();
    }

    /** The rarest key that both articles have; both ends find the same, whatever else they have. */
    static Optional<String> rarestShared(List<String> one, List<String> other) {
        String rarest = null;
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < one.size() && i <= best; i++) {
            int j = other.indexOf(one.get(i));
            if (j >= 0 && (i + j < best || (i + j == best && one.get(i).compareTo(rarest) < 0))) {
                rarest = one.get(i);
                best = i + j;
            }
        }
        return Optional.ofNullable(rarest);
    }

    private static List<Key> pairs(List<Key> common) {
        List<Key> sorted = common.stream().sorted(RAREST_FIRST).limit(6).toList();
        List<Key> pairs = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pairs.add(Key.pair(sorted.get(i), sorted.get(j)));
            }
        }
        return pairs;
    }

    private static boolean isWord(Weighted term) {
        return term.name().codePoints().anyMatch(Character::isLetter);
    }

    private record Feature(String kind, Weighted weighted) {
        Key key() {
            return new Key(kind + weighted.name(), weighted.weight());
        }
    }

    private record Key(String name, float rarity) {
        static Key pair(Key one, Key other) {
            boolean inOrder = one.name.compareTo(other.name) < 0;
            return new Key(
                    inOrder ? one.name + "+" + other.name : other.name + "+" + one.name, one.rarity + other.rarity);
        }
    }
}
