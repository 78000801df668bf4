package io.geowire.standalone.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BrokerStorageTest {
    @Test
    void a_disk_that_is_nearly_full_is_refused_with_what_it_has_and_what_is_needed() {
        assertThatThrownBy(() -> BrokerStorage.requireSpace(10L << 20))
                .hasMessage("the disk has 10 MiB left, at least 64 MiB are needed");
    }

    @Test
    void a_disk_with_room_is_taken() {
        assertThatCode(() -> BrokerStorage.requireSpace(64L << 20)).doesNotThrowAnyException();
    }
}
