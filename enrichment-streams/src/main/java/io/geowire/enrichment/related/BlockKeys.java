package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.TextVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an article looks for its relatives. Coarse keys find reports that share no word, as long as they follow each other closely, for a
 * ring holds the newest only: the {@value #CLUSTERS} clusters of meaning that it is nearest to and the two main countries that it is
 * about. Fine keys find the others: entities, terms, pairs of common ones, the pair of those countries, and each of them with a cluster.
 * An entity that more than {@value #HOT_ENTITIES}, or a term that more than {@value #HOT_TERMS} in a thousand items contain is used in
 * pairs only.
 *
 * <p>An article has at most {@value #MOST} keys, so those come first that a report of the same event most likely has as well:
 * entities before terms, title before lead. Of what the lead names, and of terms, the less rare come first: a name that hardly ever
 * occurs will hardly occur in the other report.
 */
final class BlockKeys {
    /** Most keys of an article. */
    static final int MOST = 12;

    /** Clusters among them. */
    static final int CLUSTERS = 4;

    private static final int COUNTRIES = 2;
    private static final int CLUSTERS_OF_COUNTRY = 2;

    /** What a cluster and a country weigh about, by how many items have them. */
    private static final float CLUSTER_WEIGHT = 2;

    private static final float COUNTRY_WEIGHT = 3;
    private static final int HOT_ENTITIES = 30;
    private static final int HOT_TERMS = 10;
    private static final int MOST_PAIRED = 5;

    private static final Comparator<Key> RAREST_FIRST =
            Comparator.comparingDouble((Key key) -> -key.rarity).thenComparing(Key::name);
    private static final Comparator<Key> RAREST_LAST =
            Comparator.comparingDouble(Key::rarity).thenComparing(Key::name);

    private final DocumentFrequencies frequencies;
    private final PairModel model;

    BlockKeys(DocumentFrequencies frequencies, PairModel model) {
        this.frequencies = frequencies;
        this.model = model;
    }

    /**
     * The keys of an article, rarest first.
     *
     * @param countries ISO codes of those it is about, the main ones first
     * @param vector of its meaning
     */
    List<String> of(List<Weighted> terms, List<Weighted> entities, List<String> countries, TextVector vector) {
        Kind titleEntities = new Kind("e:", entities, true, HOT_ENTITIES);
        Kind leadEntities = new Kind("e:", entities, false, HOT_ENTITIES);
        Kind titleTerms = new Kind("t:", terms, true, HOT_TERMS);
        Kind leadTerms = new Kind("t:", terms, false, HOT_TERMS);
        List<Key> clusters = clusters(vector);
        List<Key> main = countries.stream()
                .limit(COUNTRIES)
                .map(country -> new Key("c:" + country, COUNTRY_WEIGHT))
                .toList();
        return Stream.of(
                        clusters,
                        main,
                        keys(titleEntities, false, RAREST_FIRST),
                        keys(leadEntities, false, RAREST_LAST),
                        pairs(main),
                        ofCountries(main, clusters),
                        keys(titleTerms, false, RAREST_LAST),
                        pairs(common(keys(titleEntities, true, RAREST_FIRST), keys(titleTerms, true, RAREST_FIRST))),
                        keys(leadTerms, false, RAREST_LAST))
                .flatMap(List::stream)
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
            String key = one.get(i);
            int j = indexOf(other, key);
            if (j >= 0 && (rarest == null || i + j < best || (i + j == best && key.compareTo(rarest) < 0))) {
                rarest = key;
                best = i + j;
            }
        }
        return Optional.ofNullable(rarest);
    }

    /** As {@link List#indexOf}, but strings keep their hash, and most are different. */
    private static int indexOf(List<String> keys, String key) {
        int hash = key.hashCode();
        for (int i = 0; i < keys.size(); i++) {
            String candidate = keys.get(i);
            if (candidate.hashCode() == hash && candidate.equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private List<Key> keys(Kind kind, boolean hot, Comparator<Key> order) {
        return kind.features.stream()
                .filter(feature -> feature.inTitle() == kind.inTitle && isWord(feature))
                .filter(feature -> frequencies.share(feature.name()) * 1000 > kind.hotPerMille == hot)
                .map(feature -> new Key(kind.prefix + feature.name(), feature.weight()))
                .sorted(order)
                .toList();
    }

    private static List<Key> common(List<Key> entities, List<Key> terms) {
        return Stream.of(entities, terms)
                .flatMap(List::stream)
                .limit(MOST_PAIRED)
                .toList();
    }

    private static List<Key> pairs(List<Key> common) {
        List<Key> pairs = new ArrayList<>();
        for (int i = 0; i < common.size(); i++) {
            for (int j = i + 1; j < common.size(); j++) {
                pairs.add(Key.pair(common.get(i), common.get(j)));
            }
        }
        return pairs;
    }

    private List<Key> clusters(TextVector vector) {
        return model.nearest(vector, CLUSTERS).stream()
                .map(cluster -> new Key("v:" + cluster, CLUSTER_WEIGHT))
                .toList();
    }

    private static List<Key> ofCountries(List<Key> countries, List<Key> clusters) {
        return countries.stream()
                .flatMap(country ->
                        clusters.stream().limit(CLUSTERS_OF_COUNTRY).map(cluster -> Key.pair(country, cluster)))
                .toList();
    }

    /** Figures are no keys: they say little without their unit. */
    private static boolean isWord(Weighted term) {
        return term.name().codePoints().anyMatch(Character::isLetter);
    }

    private record Kind(String prefix, List<Weighted> features, boolean inTitle, int hotPerMille) {}

    private record Key(String name, float rarity) {
        static Key pair(Key one, Key other) {
            boolean inOrder = one.name.compareTo(other.name) < 0;
            return new Key(
                    inOrder ? one.name + "+" + other.name : other.name + "+" + one.name, one.rarity + other.rarity);
        }
    }
}
