package io.geowire.benchmarks;

import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.entity.TableRecognizer;
import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes a stream of headlines out of the labelled training news; the same for the same seed; run in the project's folder. Each event of
 * the news is told several times, as one that happened elsewhere and to others: with its reports in their own words and as far apart as
 * they were, but with other countries, places, people and bodies in them, those in the news more often more often. Most events have
 * one report.
 */
final class Headlines {
    private static final Path NEWS = Path.of("enrichment-streams", "news", "train");
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofHours(72);

    private final Random random;
    private final Casting casting;
    private final List<List<Told>> events;

    Headlines(long seed) throws IOException {
        random = new Random(seed);
        List<LabelledArticle> news = LabelledNews.read(LabelledNews.files(NEWS));
        EntityTable entities = EntityTable.load();
        TableRecognizer recognizer = TableRecognizer.load(entities);
        Map<String, List<Told>> byEvent = new LinkedHashMap<>();
        for (LabelledArticle item : news) {
            if (item.publishedAt() == null) {
                continue;
            }
            String title = item.text().title();
            String event = item.story() == null ? item.id() : item.story();
            byEvent.computeIfAbsent(event, key -> new ArrayList<>())
                    .add(new Told(title, recognizer.recognize(NewsText.headline(title)), item.publishedAt()));
        }
        events = List.copyOf(byEvent.values());
        casting = new Casting(
                random,
                entities,
                events.stream()
                        .flatMap(List::stream)
                        .flatMap(told -> told.entities.stream())
                        .toList());
    }

    private record Told(String title, List<LinkedEntity> entities, Instant publishedAt) {}

    /**
     * A headline.
     *
     * @param event number of the event that it reports
     */
    record Report(String title, Instant publishedAt, int event) {}

    /** So many headlines, in order of time. */
    List<Report> list(int count) {
        List<Report> reports = new ArrayList<>();
        List<List<Told>> order = new ArrayList<>(events);
        Set<String> titles = new HashSet<>();
        for (int event = 0; reports.size() < count; event++) {
            if (event % order.size() == 0) {
                Collections.shuffle(order, random);
            }
            // An event in which nobody and no place is named is told once: it would be the same event again.
            tell(order.get(event % order.size()), event).stream()
                    .filter(report -> titles.add(report.title()))
                    .forEach(reports::add);
        }
        return reports.subList(0, count).stream()
                .sorted(Comparator.comparing(Report::publishedAt))
                .toList();
    }

    private List<Report> tell(List<Told> told, int event) {
        Casting.Cast cast = casting.cast();
        Instant first = told.stream()
                .map(Told::publishedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant at = START.plusSeconds((long) (random.nextDouble() * SPAN.toSeconds()));
        return told.stream()
                .map(report -> new Report(
                        cast.play(report.title, report.entities),
                        at.plus(Duration.between(first, report.publishedAt)),
                        event))
                .toList();
    }
}
