package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Names of the world to put in the place of labelled ones: from a table of names with type and kind, and made up. */
final class NameStock {
    /** Sources whose content is in the public domain or permissively licensed. */
    private static final Set<String> SOURCES = Set.of(
            "natural-earth",
            "partyfacts",
            "nsi-wikidata",
            "hearvox-newspapers",
            "every-politician",
            "every-politician-world",
            "world-leaders-2021",
            "congress-legislators");

    private static final List<String> TREATY_WORDS = List.of(
            "Accords",
            "Accord",
            "Treaty",
            "Agreement",
            "Protocol",
            "Convention",
            "Pact",
            "Declaration",
            "Memorandum",
            "Framework Agreement",
            "Peace Agreement",
            "Charter",
            "Waters Treaty",
            "Ceasefire Agreement",
            "Compact",
            "Free Trade Agreement",
            "Roadmap",
            "Understanding",
            "agreements",
            "accords",
            "protocols");
    private static final List<String> EVENT_WORDS = List.of(
            "Summit",
            "summit",
            "Conference",
            "Forum",
            "Dialogue",
            "Security Conference",
            "Economic Forum",
            "Air Show",
            "Peace Summit",
            "Olympics",
            "Games",
            "Film Festival",
            "donors conference",
            "Marathon",
            "Grand Prix",
            "Biennale",
            "Security Forum",
            "talks");
    private static final List<String> OPERATION_FIRST = List.of(
            "Iron",
            "Silent",
            "Northern",
            "Desert",
            "Swift",
            "Noble",
            "Steel",
            "Golden",
            "Rolling",
            "Open",
            "Guardian",
            "Winter",
            "Falcon",
            "Red",
            "Last",
            "Blue",
            "Rising",
            "Crimson",
            "Unified",
            "Arctic");
    private static final List<String> OPERATION_LAST = List.of(
            "Shield",
            "Dawn",
            "Storm",
            "Harvest",
            "Resolve",
            "Anchor",
            "Thunder",
            "Lance",
            "Response",
            "Sentinel",
            "Wall",
            "River",
            "Eagle",
            "Spear",
            "Horizon",
            "Endeavour",
            "Sabre",
            "Lion",
            "Bridge",
            "Hammer");
    private static final List<String> OPERATIONS =
            List.of("Operation", "Operation", "Operation", "Exercise", "Typhoon", "Cyclone");

    private final Map<EntityType, List<String>> names = new EnumMap<>(EntityType.class);
    private final List<String> given = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();

    private NameStock() {
        for (EntityType type : EntityType.values()) {
            names.put(type, new ArrayList<>());
        }
    }

    /** The stock of a {@link NameTable}. */
    static NameStock read(Path table) throws IOException {
        NameStock stock = new NameStock();
        for (NameTable.Row row : NameTable.read(table)) {
            if (SOURCES.stream().anyMatch(row.sources()::contains)) {
                stock.add(row.type(), row.name(), row.kind());
            }
        }
        return stock;
    }

    private void add(String type, String name, String kind) {
        if (name.isEmpty() || name.contains("(") || name.contains(",")) {
            return;
        }
        switch (type) {
            case "PERSON" -> person(name);
            case "LOCATION" -> list(EntityType.LOCATION).add(name);
            case "ORGANIZATION" -> {
                if (name.indexOf(' ') > 0 && !kind.contains("cabinet")) {
                    list(EntityType.ORGANIZATION).add(name);
                }
            }
            default -> {}
        }
    }

    private void person(String name) {
        String[] words = name.split(" ");
        if (words.length > 1) {
            list(EntityType.PERSON).add(name);
            given.add(words[0]);
            surnames.add(words[words.length - 1]);
        }
    }

    private List<String> list(EntityType type) {
        return names.getOrDefault(type, List.of());
    }

    /** Names of persons, in the order of the table. */
    List<String> persons() {
        return List.copyOf(list(EntityType.PERSON));
    }

    /** A name of the type. */
    String any(EntityType type, Random random) {
        return switch (type) {
            case TREATY -> treaty(random);
            case EVENT -> event(random);
            case PERSON ->
                random.nextInt(3) == 0 ? of(given, random) + " " + of(surnames, random) : of(list(type), random);
            default -> of(list(type), random);
        };
    }

    private String treaty(Random random) {
        String place = of(list(EntityType.LOCATION), random);
        return switch (random.nextInt(6)) {
            case 0 -> "Treaty of " + place;
            case 1 -> place + " " + (1950 + random.nextInt(77)) + " " + of(TREATY_WORDS.subList(0, 8), random);
            default -> place + " " + of(TREATY_WORDS, random);
        };
    }

    private String event(Random random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> of(OPERATIONS, random) + " " + of(OPERATION_FIRST, random) + " " + of(OPERATION_LAST, random);
            default -> of(list(EntityType.LOCATION), random) + " " + of(EVENT_WORDS, random);
        };
    }

    private static String of(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
