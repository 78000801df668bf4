package io.geowire.enrichment.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTableTest {

    @Test
    void holdsWhatAMapHolds() {
        Random random = new Random(3);
        WordTable table = new WordTable();
        Map<Long, Integer> flags = new HashMap<>();
        Map<Long, Integer> paths = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long word = Hashes.of("word" + random.nextInt(20_000));
            if (random.nextBoolean()) {
                int bits = 1 << random.nextInt(32);
                table.addFlags(word, bits);
                flags.merge(word, bits, (a, b) -> a | b);
            } else {
                int path = random.nextInt(Integer.MAX_VALUE);
                table.setPath(word, path);
                paths.put(word, path);
            }
        }
        for (int i = 0; i < 20_000; i++) {
            long word = Hashes.of("word" + i);
            assertThat(WordTable.flags(table.get(word))).isEqualTo(flags.getOrDefault(word, 0));
            assertThat(WordTable.path(table.get(word))).isEqualTo(paths.getOrDefault(word, 0));
        }
    }

    @Test
    void knowsNothingOfOtherWords() {
        WordTable table = new WordTable();
        table.addFlags(Hashes.of("treaty"), 1);
        assertThat(table.get(Hashes.of("accord"))).isEqualTo(WordTable.NOTHING);
    }
}
