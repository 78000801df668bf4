package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueryWatchTest {
    @Test
    void soundQueryIsAWatchOfItsName() throws InvalidWatchException {
        String query = "\"frozen assets\"~3 AND topic:sanctions";

        assertThat(QueryWatch.faults(query, KnownTopics.SHIPPED)).isEmpty();
        assertThat(QueryWatch.of(query).name()).isEqualTo(query);
        assertThat(CompiledWatch.of(QueryWatch.of(query)).watch().id()).isEqualTo("query");
    }

    @Test
    void everyFaultIsTold() {
        assertThat(QueryWatch.faults("topic:sanction OR topic:spots", KnownTopics.SHIPPED))
                .hasSize(2)
                .first()
                .asString()
                .contains("column", "unknown topic 'sanction'", "sanctions");
        assertThat(QueryWatch.faults("\"unclosed", KnownTopics.SHIPPED))
                .singleElement()
                .asString()
                .contains("quotation mark is not closed");
        assertThat(QueryWatch.faults(" ", KnownTopics.SHIPPED))
                .singleElement()
                .asString()
                .contains("empty");
    }
}
