package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.Alias;
import io.geowire.enrichment.entity.EntityKind;
import io.geowire.enrichment.entity.EntityRecord;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.Town;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the list of towns from a dump of GeoNames: the largest town of each name in each country, from {@value
 * #SMALLEST} people on. A town that the table has keeps the table's id; another has the QID of a table of names if that is
 * certain; the rest are known by name and country.
 */
public final class TownList {
    private static final int SMALLEST = 5_000;

    /** So many times larger than its namesake in the country, a town is the one that others mean by the name. */
    private static final int CLEARLY_LARGER = 4;

    /** Parts of towns, and towns that are no more. */
    private static final Set<String> NO_TOWNS = Set.of("PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH");

    private static final Set<EntityKind> NO_TOWN_KINDS =
            EnumSet.of(EntityKind.STATE, EntityKind.TERRITORY, EntityKind.SEA, EntityKind.STRAIT, EntityKind.CONTESTED);

    /** What tells a town from another, and its name in another language: Frankfurt (Oder), Biel/Bienne. */
    private static final Pattern MORE = Pattern.compile("[(/].*");

    private static final Pattern DISTRICT = Pattern.compile("\\(.*[0-9]");
    private static final Pattern SLUG = Pattern.compile("local:[a-z0-9]+(-[a-z0-9]+)*");

    private static final String HEADER = """
            # Towns of %,d people and more; what they are for, and the format: docs/entities.md of this module.
            # From GeoNames, https://www.geonames.org/, licensed under Creative Commons Attribution 4.0,
            # https://creativecommons.org/licenses/by/4.0/; changed: the largest of a name in a country, ids of Wikidata (CC0 1.0).
            # id (none: local: with name and country)	name	country	population
            """;

    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<String, List<String>> certain = new HashMap<>();
    private final Map<String, List<Row>> towns = new TreeMap<>();

    private TownList() {}

    private record Row(long geoName, String name, String country, int population) {
        private static final Comparator<Row> LARGEST =
                Comparator.comparingInt(Row::population).reversed().thenComparingLong(Row::geoName);
    }

    /**
     * Reads the inputs and writes the list.
     *
     * @param geoNames a dump in the columns of GeoNames' own, parted by tabs
     * @param names table of the world's names; towns on which Natural Earth and a second source agree count
     * @param table whose ids towns keep
     * @param out the gzipped list
     * @return how many towns it has
     * @throws IOException if an input is missing or not in its format, or the output cannot be written
     */
    public static int make(Path geoNames, Path names, EntityTable table, Path out) throws IOException {
        TownList list = new TownList();
        Stream.concat(table.entities().stream(), table.cities().stream()).forEach(list::addKnown);
        list.readNames(names);
        list.readTowns(geoNames);
        return list.write(out);
    }

    /** A short form such as Guantánamo for Guantánamo Bay is no name of the town. */
    private void addKnown(EntityRecord place) {
        if (place.type() == EntityType.LOCATION
                && place.countries().size() == 1
                && place.kinds().stream().noneMatch(NO_TOWN_KINDS::contains)) {
            String whole = Town.key(MORE.matcher(place.name()).replaceFirst("").strip());
            place.aliases().stream()
                    .map(Alias::text)
                    .map(Town::key)
                    .filter(key -> !whole.startsWith(key + '-'))
                    .distinct()
                    .forEach(key -> add(known, place.countries().get(0) + ' ' + key, place.id()));
        }
    }

    private void readNames(Path names) throws IOException {
        for (NameTable.Row row : NameTable.read(names)) {
            if (row.kind().equals("city")
                    && row.sources().contains("natural-earth")
                    && row.sources().size() > 1) {
                add(certain, row.country() + ' ' + Town.key(row.name()), row.qid());
            }
        }
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        lists.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }

    private void readTowns(Path geoNames) throws IOException {
        int line = 0;
        for (String text : Files.readAllLines(geoNames)) {
            line++;
            String[] cells = text.split("\t", -1);
            try {
                addTown(cells);
            } catch (IndexOutOfBoundsException | NumberFormatException e) {
                throw new IOException(geoNames + ":" + line + ": no row of a dump of GeoNames: " + e.getMessage(), e);
            }
        }
    }

    private void addTown(String[] cells) {
        String name = MORE.matcher(cells[1]).replaceFirst("").strip();
        Row town = new Row(Long.parseLong(cells[0]), name, cells[8], Integer.parseInt(cells[14]));
        String key = Town.key(name);
        if (cells[6].equals("P")
                && !NO_TOWNS.contains(cells[7])
                && !DISTRICT.matcher(cells[1]).find()
                && town.population() >= SMALLEST
                && SLUG.matcher(key).matches()) {
            add(towns, town.country() + ' ' + key, town);
        }
    }

    private int write(Path out) throws IOException {
        Map<String, String> ids = ids();
        try (Writer file =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8)) {
            file.write(HEADER.formatted(SMALLEST));
            for (Map.Entry<String, List<Row>> entry : towns.entrySet()) {
                Row town = entry.getValue().get(0);
                String id = ids.getOrDefault(entry.getKey(), "");
                file.write(id + '\t' + town.name() + '\t' + town.country() + '\t' + town.population() + '\n');
            }
        }
        return towns.size();
    }

    /** The ids by country and name; where two towns would have one id, it is the larger one's. */
    private Map<String, String> ids() {
        List<Map.Entry<String, List<Row>>> largestFirst = new ArrayList<>(towns.entrySet());
        largestFirst.forEach(entry -> entry.getValue().sort(Row.LARGEST));
        largestFirst.sort(Map.Entry.comparingByValue(Comparator.comparing(rows -> rows.get(0), Row.LARGEST)));
        Map<String, String> ids = new HashMap<>();
        Set<String> given = new HashSet<>();
        for (Map.Entry<String, List<Row>> entry : largestFirst) {
            String id = id(entry.getKey(), entry.getValue());
            if (!id.isEmpty() && given.add(id)) {
                ids.put(entry.getKey(), id);
            }
        }
        return ids;
    }

    private String id(String key, List<Row> namesakes) {
        List<String> inTable = known.getOrDefault(
                key, towns.containsKey(key + Town.CITY) ? List.of() : known.getOrDefault(key + Town.CITY, List.of()));
        if (!inTable.isEmpty()) {
            return inTable.size() == 1 ? inTable.get(0) : "";
        }
        List<String> qids = certain.getOrDefault(key, List.of());
        boolean clear = namesakes.size() == 1
                || namesakes.get(0).population()
                        >= CLEARLY_LARGER * namesakes.get(1).population();
        return qids.size() == 1 && clear ? qids.get(0) : "";
    }
}
