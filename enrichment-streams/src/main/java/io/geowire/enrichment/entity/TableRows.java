package io.geowire.enrichment.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.function.ObjIntConsumer;

/** The rows of a table in text: its lines but those that are blank or begin with #. */
final class TableRows {
    private TableRows() {}

    /** @param sink is given each row and the number of its line, from 1 */
    static void each(Reader reader, ObjIntConsumer<String> sink) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        int line = 0;
        for (String row = lines.readLine(); row != null; row = lines.readLine()) {
            line++;
            if (!row.isBlank() && !row.startsWith("#")) {
                sink.accept(row, line);
            }
        }
    }
}
