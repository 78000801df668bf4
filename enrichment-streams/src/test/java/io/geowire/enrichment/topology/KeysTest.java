package io.geowire.enrichment.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private record Parts(String prefix, long time, String id) {}

    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void bytesSortAsTheirPartsDo(long seed) {
        Random random = new Random(seed);
        List<Parts> parts = IntStream.range(0, 300)
                .mapToObj(i -> new Parts(
                        "t:" + "ab".substring(0, random.nextInt(3)),
                        random.nextBoolean() ? random.nextInt(3) - 1 : random.nextLong(),
                        "id" + random.nextInt(3)))
                .sorted(Comparator.comparing(Parts::prefix)
                        .thenComparingLong(Parts::time)
                        .thenComparing(Parts::id))
                .toList();

        List<Bytes> keys = parts.stream().map(KeysTest::key).toList();

        assertThat(keys).isSorted();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE})
    void aRangeHoldsAllOfATimeAndNothingElse(long time) {
        Bytes key = key(new Parts("t:a", time, "id"));

        assertThat(Keys.first("t:a", time)).isLessThan(key);
        assertThat(Keys.behind("t:a", time)).isGreaterThan(key);
        assertThat(key(new Parts("t:aa", time, "id"))).isGreaterThan(Keys.behind("t:a", time));
        assertThat(Keys.id(key, "t:a")).isEqualTo("id");
    }

    private static Bytes key(Parts parts) {
        return Keys.of(parts.prefix, parts.time, parts.id.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:59Z", "2026-02-06T12:00:00Z"})
    void timesAreThoseOfInstants(String time) {
        Instant instant = Instant.parse(time);

        assertThat(Keys.of("p", instant, "id")).isEqualTo(key(new Parts("p", instant.toEpochMilli(), "id")));
    }
}
