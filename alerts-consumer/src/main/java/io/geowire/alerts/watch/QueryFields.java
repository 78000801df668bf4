package io.geowire.alerts.watch;

import java.util.List;
import java.util.Set;

/** The fields that a query can name. */
final class QueryFields {
    /** Title and body. */
    static final String TEXT = "text";

    static final List<String> NAMES = List.of(
            TextField.TITLE.queryName(),
            TextField.BODY.queryName(),
            TEXT,
            ItemDocument.ENTITY,
            ItemDocument.TOPIC,
            ItemDocument.SOURCE,
            ItemDocument.LANGUAGE);

    private static final Set<String> KEYWORDS =
            Set.of(ItemDocument.ENTITY, ItemDocument.TOPIC, ItemDocument.SOURCE, ItemDocument.LANGUAGE);

    private QueryFields() {}

    /** Whether a field holds whole ids and names, not words. */
    static boolean isKeyword(String field) {
        return KEYWORDS.contains(field);
    }
}
