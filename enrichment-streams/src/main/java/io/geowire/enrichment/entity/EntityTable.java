package io.geowire.enrichment.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The curated table of entities. Its format is described in {@code docs/entities.md}. */
public final class EntityTable {
    private static final List<String> RESOURCES = List.of("entities.tsv", "cities.tsv");

    private final List<EntityRecord> entities;

    EntityTable(List<EntityRecord> entities) {
        this.entities = List.copyOf(entities);
    }

    /** The table that comes with Geowire. */
    public static EntityTable load() {
        EntityTableParser parser = new EntityTableParser();
        for (String resource : RESOURCES) {
            try (InputStream in = Objects.requireNonNull(EntityTable.class.getResourceAsStream(resource), resource)) {
                parser.read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new EntityTable(parser.finish());
    }

    /**
     * Reads a table.
     *
     * @param source its name, for messages
     * @param reader its text
     * @throws EntityTableException naming all faults, if there are any
     * @throws IOException if the reader does
     */
    public static EntityTable read(String source, Reader reader) throws IOException {
        EntityTableParser parser = new EntityTableParser();
        parser.read(source, reader);
        return new EntityTable(parser.finish());
    }

    /** All entities, in the order of the table. */
    public List<EntityRecord> entities() {
        return entities;
    }
}
