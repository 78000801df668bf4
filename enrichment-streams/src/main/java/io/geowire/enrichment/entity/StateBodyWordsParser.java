package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.StateBodyWords.Role;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the rows of a file of {@link StateBodyWords} and gathers every fault. */
final class StateBodyWordsParser {
    private static final Map<String, Role> ROLES =
            Map.of("head", Role.HEAD, "alone", Role.ALONE, "qualifier", Role.QUALIFIER, "link", Role.LINK);

    private static final String ONLY = "only";
    private static final int COLUMNS = 3;

    private final String source;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Role> roles = new HashMap<>();
    private final Map<String, String> placeOfWord = new HashMap<>();
    private final Map<String, String[]> only = new LinkedHashMap<>();

    StateBodyWordsParser(String source) {
        this.source = source;
    }

    StateBodyWords read(Reader reader) throws IOException {
        TableRows.each(reader, (row, line) -> accept(source + ":" + line, row.split("\t", -1)));
        StateBodyWords words = new StateBodyWords(roles, Map.of());
        Map<String, Set<String>> onlyIn = new HashMap<>();
        only.forEach((place, cells) -> {
            String key = words.key(List.of(cells[1].split(" ", -1)));
            if (key == null) {
                faults.add(place + ": '" + cells[1] + "' is no name of a body by the other rows");
            } else if (onlyIn.putIfAbsent(key, countries(place, cells[2])) != null) {
                faults.add(place + ": '" + cells[1] + "' is given twice");
            }
        });
        if (!faults.isEmpty()) {
            throw new EntityTableException(faults);
        }
        return new StateBodyWords(roles, onlyIn);
    }

    private void accept(String place, String[] cells) {
        Role role = ROLES.get(cells[0]);
        if (role == null && !cells[0].equals(ONLY)) {
            faults.add(place + ": role '" + cells[0] + "' is none of head, alone, qualifier, link, only");
        } else if (cells.length != (role == null ? COLUMNS : COLUMNS - 1)) {
            faults.add(place + ": 'only' wants three columns, each other role two; found " + cells.length);
        } else if (role == null) {
            only.put(place, cells);
        } else {
            for (String word : cells[1].split(" ", -1)) {
                add(place, word, role);
            }
        }
    }

    private void add(String place, String word, Role role) {
        String first = placeOfWord.putIfAbsent(word, place);
        if (first != null) {
            faults.add(place + ": '" + word + "' has its role in " + first);
        } else if (!States.words(word).equals(List.of(word))) {
            faults.add(place + ": '" + word + "' is no single word in small letters");
        }
        roles.putIfAbsent(word, role);
    }

    private Set<String> countries(String place, String cell) {
        Set<String> countries = new LinkedHashSet<>();
        for (String code : cell.split(" ", -1)) {
            if (!EntityTableParser.COUNTRIES.contains(code)) {
                faults.add(place + ": country '" + code + "' is no ISO 3166-1 alpha-2 code");
            } else if (!countries.add(code)) {
                faults.add(place + ": country '" + code + "' is given twice");
            }
        }
        return countries;
    }
}
