package io.geowire.enrichment.related;

import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How common terms, entities and countries are of late, counted as items come in. An item counts half when {@value #HALF_LIFE} more have come,
 * whenever that is: no clock is asked. A background corpus is the prior; it counts as {@value #PRIOR} items that came before the
 * first.
 *
 * <p>At most {@value #MOST} names are counted, those seen last. That bounds the memory and loses nothing that matters: what is in one
 * item of a hundred comes again long before so many others have.
 *
 * <p>The same items in the same order give the same shares, also when counting went on from what was {@linkplain #count kept}.
 */
public final class StreamShares implements Shares {
    /** Most names counted. */
    public static final int MOST = 20_000;

    private static final double HALF_LIFE = 10_000;
    private static final double PRIOR = 1_000;

    private final DocumentFrequencies prior;
    private final int most;
    /** Those seen longest ago first. */
    private final LinkedHashMap<String, Count> counts = new LinkedHashMap<>();

    private long items;

    /**
     * How often a name was seen.
     *
     * @param count items that contain it, each by its age, when the last of them came
     * @param item number of that item, from 1
     */
    public record Count(double count, long item) {}

    /** Begins with nothing but the prior. */
    public StreamShares(DocumentFrequencies prior) {
        this(prior, Map.of());
    }

    /**
     * Goes on from what was kept.
     *
     * @param prior what is supposed before anything was counted
     * @param kept the counts that were handed out and not taken back since
     */
    public StreamShares(DocumentFrequencies prior, Map<String, Count> kept) {
        this(prior, kept, MOST);
    }

    StreamShares(DocumentFrequencies prior, Map<String, Count> kept, int most) {
        this.prior = prior;
        this.most = most;
        kept.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Count> it) -> it.getValue().item())
                        .thenComparing(Map.Entry::getKey))
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        items = counts.values().stream().mapToLong(Count::item).max().orElse(0);
    }

    @Override
    public double share(String name) {
        double supposed = PRIOR * fade(items);
        return (now(counts.get(name)) + supposed * prior.share(name)) / (sum(items) + supposed);
    }

    /**
     * Counts an item: the entities that it names, the terms of its title and its main countries, for these are what block keys are
     * made of. One without any is not counted.
     *
     * @param changed is given each name whose count is another now; null for one that is counted no longer
     */
    public void count(Profile profile, BiConsumer<String, @Nullable Count> changed) {
        Stream<Weighted> named = Stream.concat(
                profile.entities().stream(), profile.terms().stream().filter(Weighted::inTitle));
        List<String> names = Stream.concat(
                        named.map(Weighted::name), profile.countries().stream().limit(BlockKeys.COUNTRIES))
                .distinct()
                .sorted()
                .toList();
        items += names.isEmpty() ? 0 : 1;
        for (String name : names) {
            Count count = new Count(now(counts.remove(name)) + 1, items);
            counts.put(name, count);
            changed.accept(name, count);
        }
        Iterator<String> oldest = counts.keySet().iterator();
        while (counts.size() > most) {
            String name = oldest.next();
            oldest.remove();
            changed.accept(name, null);
        }
    }

    private double now(@Nullable Count count) {
        return count == null ? 0 : count.count * fade(items - count.item);
    }

    /** What so many items weigh together, the last of them 1. */
    private static double sum(long items) {
        return (1 - fade(items)) / (1 - fade(1));
    }

    /** What an item counts when so many have come since. */
    private static double fade(long later) {
        return StrictMath.pow(2, -later / HALF_LIFE);
    }
}
