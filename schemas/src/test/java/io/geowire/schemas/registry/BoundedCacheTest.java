package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
    private final BoundedCache<Integer, Integer> cache = new BoundedCache<>(3);
    private final AtomicInteger loads = new AtomicInteger();

    private int load(int key) {
        loads.incrementAndGet();
        return key * 10;
    }

    @Test
    void loadsAKeyOnce() {
        assertThat(cache.get(1, this::load)).isEqualTo(10);
        assertThat(cache.get(1, this::load)).isEqualTo(10);
        assertThat(loads).hasValue(1);
    }

    @Test
    void neverHoldsMoreThanItsLimit() {
        for (int key = 0; key < 100; key++) {
            assertThat(cache.get(key, this::load)).isEqualTo(key * 10);
            assertThat(cache.size()).isBetween(1, 3);
        }
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> cache.get(1, key -> {
                    throw new IllegalStateException("down");
                }))
                .hasMessage("down");

        assertThat(cache.get(1, this::load)).isEqualTo(10);
    }
}
