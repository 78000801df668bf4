package io.geowire.enrichment.entity;

import io.geowire.enrichment.text.Token;
import java.util.List;

/** Whether the running text of an article writes a word small, or with a capital where only names have one. */
final class WordsSeen {
    private static final int SMALL = 1;
    private static final int AS_NAME = 2;

    private final WordTable seen = new WordTable();

    WordsSeen(List<Field> fields) {
        for (Field field : fields) {
            if (field.casing() == Casing.SENTENCE) {
                add(field);
            }
        }
    }

    private void add(Field field) {
        for (int i = 0; i < field.size(); i++) {
            Token token = field.token(i);
            if (!token.isWord()) {
                continue;
            }
            if (!token.isCapitalised()) {
                seen.addFlags(field.hash(i), SMALL);
            } else if (!field.capitalTellsNothing(i)) {
                seen.addFlags(field.hash(i), AS_NAME);
            }
        }
    }

    /** 0: neither; 1: small; 2: as a name; 3: both. */
    int of(long word) {
        return WordTable.flags(seen.get(word));
    }
}
