package io.geowire.benchmarks;

import io.geowire.enrichment.encoder.EncodedText;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.onnx.MiniLm;
import io.geowire.enrichment.related.Emission;
import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Fingerprinter;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.Link;
import io.geowire.enrichment.related.LogisticScorer;
import io.geowire.enrichment.related.PairModel;
import io.geowire.enrichment.related.Profile;
import io.geowire.enrichment.related.Relatedness;
import io.geowire.enrichment.related.Ring;
import io.geowire.enrichment.related.StreamShares;
import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rings of block keys find of what comparing everything with everything finds, and what they cost, on labelled headlines that are
 * told of others. Rings and counted shares are those of the topology, in memory.
 */
public final class Blocking {
    private static final long SEED = 7;
    private static final int HEADLINES = 20_000;
    private static final int ASKED = 500;
    private static final int TIMED = 1_000;
    private static final int RING = 100;
    private static final int PARTITIONS = 4;
    private static final List<Integer> WINDOWS = List.of(1_000, 10_000, 100_000);

    private final LogisticScorer scorer = new LogisticScorer(PairModel.shipped());
    private final Ring ring = new Ring(scorer);

    private Blocking() {}

    /** Prints the figures; takes no arguments; run in the project's folder. */
    public static void main(String[] args) throws IOException {
        List<Headlines.Report> reports = new Headlines(SEED).list(HEADLINES);
        List<Fingerprint> news = fingerprints(reports);
        Blocking blocking = new Blocking();
        blocking.recall(reports, news);
        blocking.cost(news);
    }

    /** As the topology makes them: each partition counts what it has seen. */
    private static List<Fingerprint> fingerprints(List<Headlines.Report> reports) {
        EntityTable entities = EntityTable.load();
        Fingerprinter fingerprinter = Fingerprinter.shipped(entities);
        TableRecognizer recognizer = TableRecognizer.load(entities);
        Random partition = new Random(SEED);
        List<StreamShares> shares = Stream.generate(() -> new StreamShares(fingerprinter.background()))
                .limit(PARTITIONS)
                .toList();
        List<Fingerprint> fingerprints = new ArrayList<>();
        try (MiniLm encoder = MiniLm.load()) {
            for (Headlines.Report report : reports) {
                NewsText text = NewsText.headline(report.title());
                String id = "%032x".formatted(fingerprints.size());
                StreamShares counted = shares.get(partition.nextInt(PARTITIONS));
                Profile profile =
                        fingerprinter.profile(EncodedText.of(text, encoder), recognizer.recognize(text), counted);
                counted.count(profile, (name, count) -> {});
                fingerprints.add(new Fingerprint(
                        new Headline(id, null, report.title(), "Wire", null, report.publishedAt()), 1, profile));
            }
        }
        return fingerprints;
    }

    private void recall(List<Headlines.Report> reports, List<Fingerprint> news) {
        Map<String, Set<String>> found = new HashMap<>();
        Rings rings = new Rings();
        news.forEach(item -> rings.arrive(item, found));
        System.out.printf(
                Locale.ROOT,
                "%,d headlines; candidates of an item: mean %.0f, most %d%n",
                news.size(),
                (double) rings.candidates / news.size(),
                rings.most);
        Tally best = new Tally();
        for (int i = 0; i < ASKED; i++) {
            Fingerprint item = news.get(i * (news.size() / ASKED));
            best(item, news).forEach(other -> best.add(met(found, item.articleId(), other)));
        }
        best.print("the ten best links of %d of them".formatted(ASKED));
        ofOneEvent(reports, news, found).print("all links between reports of one event");
    }

    private Tally ofOneEvent(List<Headlines.Report> reports, List<Fingerprint> news, Map<String, Set<String>> found) {
        Map<Integer, List<Fingerprint>> events = new HashMap<>();
        for (int i = 0; i < news.size(); i++) {
            events.computeIfAbsent(reports.get(i).event(), event -> new ArrayList<>())
                    .add(news.get(i));
        }
        Tally tally = new Tally();
        for (List<Fingerprint> event : events.values()) {
            for (int i = 0; i < event.size(); i++) {
                for (Fingerprint other : event.subList(i + 1, event.size())) {
                    if (linked(event.get(i), other).isPresent()) {
                        tally.add(met(found, event.get(i).articleId(), other.articleId()));
                    }
                }
            }
        }
        return tally;
    }

    private static boolean met(Map<String, Set<String>> found, String one, String other) {
        return found.getOrDefault(one, Set.of()).contains(other);
    }

    private Optional<Relatedness> linked(Fingerprint one, Fingerprint other) {
        return Ring.near(one.headline().publishedAt(), other.headline().publishedAt())
                ? scorer.compare(one, other)
                : Optional.empty();
    }

    private List<String> best(Fingerprint item, List<Fingerprint> news) {
        List<Link> links = new ArrayList<>();
        for (Fingerprint other : news) {
            if (other != item) {
                linked(item, other).ifPresent(relatedness -> links.add(new Link(other.headline(), relatedness)));
            }
        }
        return links.stream()
                .sorted(Link.BEST_FIRST)
                .limit(Emission.MOST_RELATED)
                .map(link -> link.other().articleId())
                .toList();
    }

    private void cost(List<Fingerprint> news) {
        List<Double> costs = new ArrayList<>();
        List<Double> candidates = new ArrayList<>();
        for (int window : WINDOWS) {
            Rings rings = new Rings();
            for (int i = 0; i < window; i++) {
                rings.add(again(news, i, window));
            }
            long start = System.nanoTime();
            for (int i = window; i < window + TIMED; i++) {
                rings.arrive(again(news, i, window), new HashMap<>());
            }
            costs.add((System.nanoTime() - start) / (double) TIMED);
            candidates.add(rings.candidates / (double) TIMED);
        }
        for (int i = 0; i < costs.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "%,d items in the window: %.0f candidates of an item, cost %.2f of that at %,d%n",
                    WINDOWS.get(i),
                    candidates.get(i),
                    costs.get(i) / costs.get(1),
                    WINDOWS.get(1));
        }
    }

    /** The headlines over and over, as other articles, spread over a window that holds so many. */
    private static Fingerprint again(List<Fingerprint> news, int number, int window) {
        Fingerprint item = news.get((int) ((long) number * 7_919 % news.size()));
        Headline headline = item.headline();
        long apart = Ring.WINDOW.toMillis() / window;
        return new Fingerprint(
                new Headline(
                        "%032x".formatted(number),
                        null,
                        headline.title(),
                        headline.source(),
                        null,
                        news.get(0).headline().publishedAt().plusMillis(apart * number)),
                1,
                item.profile());
    }

    /** How many links there are, and how many of them were found. */
    private static final class Tally {
        private int all;
        private int found;

        void add(boolean isFound) {
            all++;
            found += isFound ? 1 : 0;
        }

        void print(String what) {
            System.out.printf(Locale.ROOT, "Of %s (%d) %.3f are found%n", what, all, (double) found / all);
        }
    }

    /** The newest of each key, oldest first. */
    private final class Rings {
        private final Map<String, TreeMap<String, Fingerprint>> members = new HashMap<>();
        private long candidates;
        private int most;

        void add(Fingerprint item) {
            String place = "%015d %s".formatted(item.headline().publishedAt().toEpochMilli(), item.articleId());
            for (String key : item.profile().blockKeys()) {
                TreeMap<String, Fingerprint> here = members.computeIfAbsent(key, it -> new TreeMap<>());
                here.put(place, item);
                if (here.size() > RING) {
                    here.pollFirstEntry();
                }
            }
        }

        void arrive(Fingerprint item, Map<String, Set<String>> found) {
            int met = 0;
            for (String key : item.profile().blockKeys()) {
                List<Fingerprint> others = members.getOrDefault(key, new TreeMap<>()).values().stream()
                        .filter(other -> Ring.near(
                                item.headline().publishedAt(), other.headline().publishedAt()))
                        .toList();
                met += others.size();
                ring.arrive(key, item, null, others).findings().forEach(finding -> {
                    found.computeIfAbsent(item.articleId(), id -> new HashSet<>())
                            .add(finding.articleId());
                    found.computeIfAbsent(finding.articleId(), id -> new HashSet<>())
                            .add(item.articleId());
                });
            }
            add(item);
            candidates += met;
            most = Math.max(most, met);
        }
    }
}
