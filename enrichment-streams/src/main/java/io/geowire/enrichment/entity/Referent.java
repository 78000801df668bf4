package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Folding;
import java.util.List;

/**
 * What a mention names.
 *
 * @param known whether it is an entity of the table; any other is known by its name alone
 */
record Referent(String id, String name, EntityType type, List<String> countries, boolean known) {
    private static final String LOCAL = "local:";

    static Referent of(EntityRecord entity) {
        return new Referent(entity.id(), entity.name(), entity.type(), entity.countries(), true);
    }

    static Referent of(Town town) {
        return new Referent(town.id(), town.name(), EntityType.LOCATION, List.of(town.country()), true);
    }

    /** An entity that the table does not know: the same name always gives the same id. */
    static Referent unknown(String name, EntityType type) {
        return new Referent(localId(name), name, type, List.of(), false);
    }

    /** {@code local:} and the folded words of a name, with hyphens between them. */
    static String localId(String name) {
        String folded = Folding.fold(name);
        StringBuilder id = new StringBuilder(LOCAL.length() + folded.length()).append(LOCAL);
        boolean gap = false;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (isPartOfWord(c)) {
                if (gap && id.length() > LOCAL.length()) {
                    id.append('-');
                }
                id.appendCodePoint(c);
                gap = false;
            } else if (c != '\'') {
                gap = true;
            }
        }
        return id.toString();
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetter(c)
                || switch (Character.getType(c)) {
                    case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }

    /** The same in a country. */
    Referent in(String country) {
        return new Referent(id, name, type, List.of(country), known);
    }
}
