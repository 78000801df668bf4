package io.geowire.benchmarks;

import io.geowire.enrichment.entity.EntityRecord;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.EntityType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes headlines of invented events out of the table of entities; the same for the same seed. Four events in ten have two to four
 * reports, each told in another way, some hours apart.
 */
final class Headlines {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final Duration SPAN = Duration.ofHours(72);
    private static final double HOURS_BETWEEN_REPORTS = 6;

    /** Ways to tell each kind of event. %1$s and %2$s are places, %3$s is a person, %4$s a body, %5$d a number. */
    private static final List<List<String>> KINDS = List.of(
            List.of(
                    "Quake near %1$s kills at least %5$d",
                    "%5$d dead as earthquake flattens homes around %1$s",
                    "Rescuers dig through rubble after tremor strikes %1$s",
                    "%1$s counts its dead after strong quake"),
            List.of(
                    "%3$s arrives in %1$s for talks with %4$s",
                    "%4$s hosts %3$s on visit to %1$s",
                    "In %1$s, %3$s seeks common ground with %4$s",
                    "%3$s meets leaders of %4$s"),
            List.of(
                    "%1$s and %2$s sign ceasefire after %5$d days of fighting",
                    "Guns fall silent between %1$s and %2$s",
                    "Truce agreed: %2$s and %1$s to pull back troops",
                    "%1$s, %2$s call halt to border war"),
            List.of(
                    "%4$s imposes sanctions on %5$d firms in %1$s",
                    "New penalties from %4$s hit companies in %1$s",
                    "%1$s protests as %4$s blacklists traders",
                    "%4$s freezes assets over arms sales from %1$s"),
            List.of(
                    "Voters in %1$s go to polls as %3$s seeks new term",
                    "%3$s leads early count in %1$s election",
                    "Turnout high in %1$s ballot; rival of %3$s cries foul",
                    "%3$s claims victory in %1$s"),
            List.of(
                    "Court in %1$s jails %3$s for %5$d years",
                    "%3$s convicted of graft by judges in %1$s",
                    "Guilty verdict against %3$s stirs anger in %1$s",
                    "Supporters of %3$s vow appeal after sentence"),
            List.of(
                    "Drone attack on %1$s refinery cuts oil output",
                    "Fire at fuel plant in %1$s after unmanned aircraft strike",
                    "%1$s oil works ablaze; %4$s condemns raid",
                    "Crude prices jump as %1$s refinery burns"),
            List.of(
                    "Floods drive %5$d thousand from homes in %1$s",
                    "%1$s under water; %4$s sends aid",
                    "River bursts banks, thousands flee %1$s",
                    "Relief boats reach villages cut off near %1$s"),
            List.of(
                    "%1$s expels %5$d diplomats of %2$s for spying",
                    "Spy row: %2$s envoys ordered out of %1$s",
                    "%2$s vows answer after its staff are thrown out of %1$s",
                    "Espionage charges sour ties of %1$s with %2$s"),
            List.of(
                    "%1$s raises tariffs on goods from %2$s to %5$d per cent",
                    "Trade war looms as %1$s taxes imports of %2$s",
                    "Exporters in %2$s stunned by duties of %1$s",
                    "%4$s warns %1$s over levies"));

    private final Random random;
    private final List<String> places;
    private final List<String> persons;
    private final List<String> bodies;

    Headlines(long seed) {
        random = new Random(seed);
        EntityTable table = EntityTable.load();
        places = names(table, EntityType.LOCATION);
        persons = names(table, EntityType.PERSON);
        bodies = names(table, EntityType.ORGANIZATION);
    }

    /** A headline and when it was published. */
    record Report(String title, Instant publishedAt) {}

    /** So many reports, in order of time. */
    List<Report> list(int count) {
        List<Report> reports = new ArrayList<>();
        while (reports.size() < count) {
            addEvent(reports);
        }
        return reports.subList(0, count).stream()
                .sorted((one, other) -> one.publishedAt().compareTo(other.publishedAt()))
                .toList();
    }

    private void addEvent(List<Report> reports) {
        List<String> ways = KINDS.get(random.nextInt(KINDS.size()));
        Object[] slots = {pick(places), pick(places), pick(persons), pick(bodies), 2 + random.nextInt(90)};
        int told = random.nextInt(10) < 4 ? 2 + random.nextInt(3) : 1;
        int first = random.nextInt(ways.size());
        Instant at = START.plusSeconds((long) (random.nextDouble() * SPAN.toSeconds()));
        for (int i = 0; i < told; i++) {
            reports.add(new Report(ways.get((first + i) % ways.size()).formatted(slots), at));
            at = at.plusSeconds((long) (-Math.log(1 - random.nextDouble()) * HOURS_BETWEEN_REPORTS * 3_600));
        }
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static List<String> names(EntityTable table, EntityType type) {
        return table.entities().stream()
                .filter(entity -> entity.type() == type)
                .map(EntityRecord::name)
                .toList();
    }
}
