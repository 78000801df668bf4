package io.geowire.enrichment.training.entity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a table of names with their Wikidata ids: qid, type, name, aliases, demonyms, iso2, kind, valid, source, iso3. */
final class NameTable {
    private static final int COLUMNS = 10;

    private NameTable() {}

    /**
     * A row.
     *
     * @param country ISO 3166-1 alpha-2 code; may be empty
     * @param sources those that have this id for this name
     */
    record Row(String qid, String type, String name, String country, String kind, List<String> sources) {}

    static List<Row> read(Path table) throws IOException {
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String text : Files.readAllLines(table)) {
            line++;
            if (text.startsWith("#")) {
                continue;
            }
            String[] cells = text.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IOException(table + ":" + line + ": " + COLUMNS + " columns wanted, found " + cells.length);
            }
            rows.add(new Row(cells[0], cells[1], cells[2], cells[5], cells[6], List.of(cells[8].split("\\+"))));
        }
        return rows;
    }
}
