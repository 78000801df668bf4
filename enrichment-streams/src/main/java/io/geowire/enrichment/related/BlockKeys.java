package io.geowire.enrichment.related;

import io.geowire.enrichment.encoder.TextVector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/**
 * Where an article looks for its relatives. Coarse keys find reports that share no word, as long as they follow each other closely, for a
 * ring holds the newest only: the {@value #CLUSTERS} clusters of meaning that it is nearest to and the two main countries that it is
 * about. Fine keys find the others: entities, terms, pairs of common ones, the pair of those countries, and each of them with a cluster.
 *
 * <p>An entity that more than {@value #HOT_ENTITIES} of the items contain, or a term that more than {@value #HOT_TERMS} do, is hot: the
 * newest hundred of its ring reach back a moment only, so it is used in pairs. Up to {@value #BAND} times that share it is also used by
 * itself. Who analyses an article knows the shares at that moment and from what it has seen: two that are not too far apart still
 * have a form in common.
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

    /** Countries of an article that count. */
    static final int COUNTRIES = 2;

    private static final int CLUSTERS_OF_COUNTRY = 1;

    /** Terms of the title that go before pairs. */
    private static final int FIRST_TERMS = 5;

    /** Pairs of hot features that go before what the lead names. */
    private static final int FIRST_PAIRS = 2;

    /** About the share of items that a cluster has. */
    private static final double CLUSTER_SHARE = 0.06;

    /** A country counts as being in so many items at least: what a small corpus tells of countries is chance. */
    private static final double LEAST_COUNTRY_SHARE = 0.05;

    private static final double LEAST_SHARE = 1e-4;
    private static final double HOT_ENTITIES = 0.03;
    private static final double HOT_TERMS = 0.015;

    /** Up to so many times the share at which a feature is hot, it is used both in pairs and by itself. */
    private static final double BAND = 2;

    private static final int MOST_PAIRED = 5;

    private static final Comparator<Key> RAREST_FIRST =
            Comparator.comparingDouble((Key key) -> -key.rarity).thenComparing(Key::name);
    private static final Comparator<Key> RAREST_LAST =
            Comparator.comparingDouble(Key::rarity).thenComparing(Key::name);

    private final PairModel model;

    BlockKeys(PairModel model) {
        this.model = model;
    }

    /**
     * The keys of an article, rarest first.
     *
     * @param countries ISO codes of those it is about, the main ones first
     * @param vector of its meaning
     * @param shares how common terms and entities are
     */
    List<String> of(
            List<Weighted> terms, List<Weighted> entities, List<String> countries, TextVector vector, Shares shares) {
        Kind titleEntities = Kind.of("e:", entities, true, HOT_ENTITIES, shares);
        Kind leadEntities = Kind.of("e:", entities, false, HOT_ENTITIES, shares);
        Kind titleTerms = Kind.of("t:", terms, true, HOT_TERMS, shares);
        Kind leadTerms = Kind.of("t:", terms, false, HOT_TERMS, shares);
        List<Key> clusters = clusters(vector);
        List<Key> main = countries.stream()
                .limit(COUNTRIES)
                .map(country -> Key.of("c:" + country, Math.max(shares.share(country), LEAST_COUNTRY_SHARE)))
                .toList();
        List<Key> hot = pairs(common(titleEntities.hot(), titleTerms.hot()));
        List<Key> words = titleTerms.alone(RAREST_LAST);
        return Stream.of(
                        clusters,
                        main,
                        titleEntities.alone(RAREST_FIRST),
                        words.subList(0, Math.min(FIRST_TERMS, words.size())),
                        hot.subList(0, Math.min(FIRST_PAIRS, hot.size())),
                        leadEntities.alone(RAREST_LAST),
                        ofCountries(main, clusters),
                        pairs(main),
                        words,
                        hot,
                        leadTerms.alone(RAREST_LAST))
                .flatMap(List::stream)
                .distinct()
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
                .map(cluster -> Key.of("v:" + cluster, CLUSTER_SHARE))
                .toList();
    }

    private static List<Key> ofCountries(List<Key> countries, List<Key> clusters) {
        return countries.stream()
                .flatMap(country ->
                        clusters.stream().limit(CLUSTERS_OF_COUNTRY).map(cluster -> Key.pair(country, cluster)))
                .toList();
    }

    /** Terms or entities of title or lead; those of a share above {@code hotShare} are hot. */
    private record Kind(List<Feature> features, double hotShare) {

        static Kind of(String prefix, List<Weighted> features, boolean inTitle, double hotShare, Shares shares) {
            return new Kind(
                    features.stream()
                            .filter(feature -> feature.inTitle() == inTitle && isWord(feature))
                            .map(feature -> Feature.of(prefix + feature.name(), shares.share(feature.name())))
                            .toList(),
                    hotShare);
        }

        /** Those that are common enough to be used in pairs, the rarest first. */
        List<Key> hot() {
            return keys(share -> share > hotShare, RAREST_FIRST);
        }

        /** Those that are rare enough to be used by themselves. */
        List<Key> alone(Comparator<Key> order) {
            return keys(share -> share <= BAND * hotShare, order);
        }

        private List<Key> keys(DoublePredicate which, Comparator<Key> order) {
            return features.stream()
                    .filter(feature -> which.test(feature.share))
                    .map(Feature::key)
                    .sorted(order)
                    .toList();
        }

        /** Figures are no keys: they say little without their unit. */
        private static boolean isWord(Weighted term) {
            return term.name().codePoints().anyMatch(Character::isLetter);
        }
    }

    private record Feature(Key key, double share) {
        static Feature of(String name, double share) {
            return new Feature(Key.of(name, share), share);
        }
    }

    /** @param rarity negative natural logarithm of the share of items that have it */
    private record Key(String name, double rarity) {
        static Key of(String name, double share) {
            return new Key(name, -StrictMath.log(Math.max(share, LEAST_SHARE)));
        }

        /** Of two that have nothing to do with each other. */
        static Key pair(Key one, Key other) {
            boolean inOrder = one.name.compareTo(other.name) < 0;
            return new Key(
                    inOrder ? one.name + "+" + other.name : other.name + "+" + one.name, one.rarity + other.rarity);
        }
    }
}
