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
    private static final String ENTITIES = "entities.tsv";
    private static final String CITIES = "cities.tsv";

    private final List<EntityRecord> entities;
    private final List<EntityRecord> cities;
    private final States states;

    EntityTable(List<EntityRecord> entities, List<EntityRecord> cities) {
        this.entities = List.copyOf(entities);
        this.cities = List.copyOf(cities);
        this.states = new States(this.entities);
    }

    /** The table that comes with Geowire. */
    public static EntityTable load() {
        EntityTableParser parser = new EntityTableParser();
        read(parser, ENTITIES);
        int entities = parser.size();
        read(parser, CITIES);
        List<EntityRecord> all = parser.finish();
        return new EntityTable(all.subList(0, entities), all.subList(entities, all.size()));
    }

    private static void read(EntityTableParser parser, String resource) {
        try (InputStream in = Objects.requireNonNull(EntityTable.class.getResourceAsStream(resource), resource)) {
            parser.read(resource, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return new EntityTable(parser.finish(), List.of());
    }

    /** The entities whose names make mentions, in the order of the table. */
    public List<EntityRecord> entities() {
        return entities;
    }

    /** Further cities, which give a mention its id but never make one. */
    public List<EntityRecord> cities() {
        return cities;
    }

    /** The states and territories among the entities. */
    public States states() {
        return states;
    }
}
