package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Alias.Strength;
import io.geowire.enrichment.text.Folding;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the rows of an entity table and gathers every fault. */
final class EntityTableParser {
    private static final int COLUMNS = 7;
    private static final int COLUMNS_WITH_KINDS = 8;
    static final Pattern ID = Pattern.compile("Q[1-9][0-9]*|local:[a-z0-9]+(-[a-z0-9]+)*");
    static final Set<String> COUNTRIES = isoCountries();

    private final List<String> faults = new ArrayList<>();
    private final List<EntityRecord> entities = new ArrayList<>();
    private final Map<String, String> placeOfId = new HashMap<>();
    private final Map<String, Map<String, Boolean>> conditionsByAlias = new LinkedHashMap<>();
    private String source = "";
    private int line;

    /** Takes in the rows of a file. */
    void read(String name, Reader reader) throws IOException {
        source = name;
        TableRows.each(reader, (row, number) -> {
            line = number;
            accept(row);
        });
    }

    private void accept(String row) {
        String[] cells = row.split("\t", -1);
        if (cells.length != COLUMNS && cells.length != COLUMNS_WITH_KINDS) {
            fault(COLUMNS + " or " + COLUMNS_WITH_KINDS + " columns wanted, found " + cells.length);
            return;
        }
        int before = faults.size();
        if (row.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c))) {
            fault("control character");
        }
        String id = id(cells[0]);
        EntityType type = type(cells[1]);
        String name = cells[2];
        if (name.isBlank() || !name.equals(name.strip())) {
            fault("name is blank or has blanks around it");
        }
        List<Alias> aliases = aliases(name, cells[3], contexts(cells[6]));
        List<String> demonyms = list(cells[4], " ; ", "demonym");
        List<String> countries = countries(cells[5]);
        Set<EntityKind> kinds = cells.length == COLUMNS ? Set.of() : kinds(cells[7], type);
        aliases.forEach(alias -> remember(alias));
        if (faults.size() == before) {
            entities.add(new EntityRecord(id, type, name, aliases, demonyms, countries, kinds));
        }
    }

    /** How many rows without a fault there were. */
    int size() {
        return entities.size();
    }

    /** The entities, or every fault there was. */
    List<EntityRecord> finish() {
        conditionsByAlias.forEach((alias, conditional) -> {
            List<String> unconditional = conditional.entrySet().stream()
                    .filter(e -> !e.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
            if (unconditional.size() > 1) {
                faults.add(unconditional.get(1) + ": alias '" + alias + "' also names the entity of "
                        + unconditional.get(0) + " and neither has a context rule for it");
            }
        });
        if (!faults.isEmpty()) {
            throw new EntityTableException(faults);
        }
        return entities;
    }

    private String id(String cell) {
        if (!ID.matcher(cell).matches()) {
            fault("id '" + cell + "' is neither a Wikidata QID nor local: with a slug");
        }
        String first = placeOfId.putIfAbsent(cell, place());
        if (first != null) {
            fault("id '" + cell + "' is that of " + first);
        }
        return cell;
    }

    private EntityType type(String cell) {
        for (EntityType type : EntityType.values()) {
            if (type.name().equals(cell)) {
                return type;
            }
        }
        fault("type '" + cell + "' is none of " + Arrays.toString(EntityType.values()));
        return EntityType.EVENT;
    }

    private List<String> countries(String cell) {
        List<String> codes = list(cell, " ", "country");
        for (String code : codes) {
            if (!COUNTRIES.contains(code)) {
                fault("country '" + code + "' is no ISO 3166-1 alpha-2 code");
            }
        }
        return codes;
    }

    private Set<EntityKind> kinds(String cell, EntityType type) {
        Set<EntityKind> kinds = EnumSet.noneOf(EntityKind.class);
        for (String code : list(cell, " ", "kind")) {
            EntityKind kind = EntityKind.of(code).orElse(null);
            if (kind == null) {
                fault("kind '" + code + "' is none of "
                        + Arrays.stream(EntityKind.values())
                                .map(EntityKind::code)
                                .toList());
            } else if (kind.type() != type) {
                fault("kind '" + code + "' is not for a " + type);
            } else if (!kinds.add(kind)) {
                fault("kind '" + code + "' is given twice");
            }
        }
        return kinds;
    }

    private List<Alias> aliases(String name, String cell, Map<String, Words> contexts) {
        Map<String, Strength> strengths = new LinkedHashMap<>();
        strengths.put(name, Strength.PLAIN);
        Set<String> given = new LinkedHashSet<>();
        for (String entry : list(cell, " ; ", "alias")) {
            Strength strength = strength(entry);
            String text = strength == Strength.PLAIN ? entry : entry.substring(1);
            if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
                fault("alias '" + entry + "' has no letter");
            }
            if (!given.add(text) || (text.equals(name) && strength == Strength.PLAIN)) {
                fault("alias '" + text + "' is given twice");
            }
            strengths.put(text, strength);
        }
        List<Alias> aliases = new ArrayList<>();
        strengths.forEach((text, strength) -> {
            Words words = contexts.remove(text);
            aliases.add(
                    words == null
                            ? new Alias(text, strength)
                            : new Alias(text, strength, words.needs, words.bars, words.beside));
        });
        contexts.keySet().forEach(text -> fault("context for '" + text + "', which is no alias of this row"));
        return aliases;
    }

    private static Strength strength(String entry) {
        return switch (entry.charAt(0)) {
            case '=' -> Strength.EXACT;
            case '~' -> Strength.WEAK;
            default -> Strength.PLAIN;
        };
    }

    /** Reads {@code alias: word, !word, +word, @GB ; alias: word}. */
    private Map<String, Words> contexts(String cell) {
        Map<String, Words> contexts = new TreeMap<>();
        for (String rule : list(cell, " ; ", "context")) {
            int colon = rule.indexOf(": ");
            if (colon <= 0) {
                fault("context '" + rule + "' wants the form 'alias: word, !word'");
                continue;
            }
            Words words = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (String word : rule.substring(colon + 2).split(", ", -1)) {
                boolean marked = word.startsWith("!") || word.startsWith("+");
                String folded = Folding.fold(marked ? word.substring(1) : word);
                if (folded.isBlank() || folded.indexOf(' ') >= 0) {
                    fault("context '" + rule + "' wants single words");
                } else if (folded.charAt(0) == CountryClues.MARK
                        && !COUNTRIES.contains(folded.substring(1).toUpperCase(Locale.ROOT))) {
                    fault("context '" + rule + "' names no country: '" + word + "'");
                }
                words.of(word.charAt(0)).add(folded);
            }
            contexts.put(rule.substring(0, colon), words);
        }
        return contexts;
    }

    private record Words(List<String> needs, List<String> bars, List<String> beside) {

        List<String> of(char mark) {
            return switch (mark) {
                case '!' -> bars;
                case '+' -> beside;
                default -> needs;
            };
        }
    }

    private List<String> list(String cell, String separator, String what) {
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> parts = List.of(cell.split(Pattern.quote(separator), -1));
        for (String part : parts) {
            if (part.isBlank() || !part.equals(part.strip())) {
                fault("blank " + what + " or blanks around it: '" + cell + "'");
                return List.of();
            }
        }
        return parts;
    }

    private void remember(Alias alias) {
        boolean conditional = alias.strength() == Strength.WEAK || alias.isConditional();
        conditionsByAlias
                .computeIfAbsent(Gazetteer.key(alias.text()), text -> new LinkedHashMap<>())
                .merge(place(), conditional, Boolean::logicalAnd);
    }

    private void fault(String reason) {
        faults.add(place() + ": " + reason);
    }

    private String place() {
        return source + ":" + line;
    }

    /** The official codes, and XK, which is in general use for Kosovo. */
    private static Set<String> isoCountries() {
        Set<String> codes = new LinkedHashSet<>(List.of(Locale.getISOCountries()));
        codes.add("XK");
        return codes;
    }
}
