package io.geowire.enrichment.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The large list of towns: for each name the towns that bear it, one a country. Its format is described in {@code
 * docs/entities.md}.
 */
public final class Towns {
    private static final String TOWNS = "towns.tsv.gz";
    private static final int BUFFER = 1 << 16;
    private static final int COLUMNS = 4;

    private final Map<String, List<Town>> byKey;

    private Towns(Map<String, List<Town>> byKey) {
        this.byKey = byKey;
    }

    /** The list that comes with Geowire. */
    public static Towns load() {
        try (InputStream in = Objects.requireNonNull(Towns.class.getResourceAsStream(TOWNS), TOWNS)) {
            return read(TOWNS, new InputStreamReader(new GZIPInputStream(in, BUFFER), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TOWNS, e);
        }
    }

    /**
     * Reads a list.
     *
     * @param source its name, for messages
     * @param reader its text
     * @throws EntityTableException naming all faults, if there are any
     * @throws IOException if the reader does
     */
    public static Towns read(String source, Reader reader) throws IOException {
        Parser parser = new Parser();
        TableRows.each(reader, (row, line) -> parser.accept(source + ':' + line, row));
        if (!parser.faults.isEmpty()) {
            throw new EntityTableException(parser.faults);
        }
        return new Towns(parser.byKey);
    }

    /** The towns of a name, given by its {@link Town#key}, with or without the word City after it; none if it has none. */
    List<Town> named(String key) {
        List<Town> towns = byKey.get(key);
        if (towns == null && key.endsWith(Town.CITY)) {
            towns = byKey.get(key.substring(0, key.length() - Town.CITY.length()));
        }
        return towns == null ? List.of() : towns;
    }

    /** How many towns there are. */
    public int size() {
        return byKey.values().stream().mapToInt(List::size).sum();
    }

    /** Reads the rows and gathers every fault. */
    private static final class Parser {
        private final List<String> faults = new ArrayList<>();
        private final Map<String, List<Town>> byKey = new HashMap<>();
        private final Set<String> ids = new HashSet<>();

        void accept(String place, String row) {
            String[] cells = row.split("\t", -1);
            if (cells.length != COLUMNS) {
                faults.add(place + ": " + COLUMNS + " columns wanted, found " + cells.length);
                return;
            }
            int before = faults.size();
            String name = cells[1];
            String country = cells[2];
            String key = Town.key(name);
            if (!isAscii(key) || key.equals(Town.key("")) || !name.equals(name.strip())) {
                faults.add(place + ": '" + name + "' is no name that an id can be made of");
            }
            if (!EntityTableParser.COUNTRIES.contains(country)) {
                faults.add(place + ": country '" + country + "' is no ISO 3166-1 alpha-2 code");
            }
            int population = population(place, cells[3]);
            String id = cells[0].isEmpty() ? Town.localId(key, country) : cells[0];
            if (!cells[0].isEmpty() && !EntityTableParser.ID.matcher(id).matches()) {
                faults.add(place + ": id '" + id + "' is neither a Wikidata QID nor local: with a slug");
            } else if (!ids.add(id)) {
                faults.add(place + ": id '" + id + "' is given twice");
            }
            List<Town> namesakes = byKey.getOrDefault(key, List.of());
            for (Town other : namesakes) {
                if (other.country().equals(country)) {
                    faults.add(place + ": '" + name + "' is twice in " + country);
                }
            }
            if (faults.size() == before) {
                byKey.put(key, with(namesakes, new Town(id, name, country, population)));
            }
        }

        private static boolean isAscii(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) >= 0x80) {
                    return false;
                }
            }
            return true;
        }

        /** Most names have one town: a list of exactly that size takes the least memory. */
        private static List<Town> with(List<Town> towns, Town town) {
            if (towns.isEmpty()) {
                return List.of(town);
            }
            List<Town> more = new ArrayList<>(towns);
            more.add(town);
            return List.copyOf(more);
        }

        private int population(String place, String cell) {
            try {
                int population = Integer.parseInt(cell);
                if (population > 0) {
                    return population;
                }
            } catch (NumberFormatException e) {
                // Told below, as any other bad number.
            }
            faults.add(place + ": population '" + cell + "' is no positive number");
            return 1;
        }
    }
}
