package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryFailoverTest {
    private static final String ANSWER = "{\"schema\":\"\\\"int\\\"\"}";

    private final Map<String, Object> config = new HashMap<>();
    private StubRegistry first;
    private StubRegistry second;

    @BeforeEach
    void start() throws Exception {
        first = new StubRegistry();
        second = new StubRegistry();
        config.put("schema.registry.url", first.url());
        config.put("retries.wait.ms", 1);
        config.put("retries.max.wait.ms", 2);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private RegistryClient client() {
        return RegistryClients.of(config);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void aRegistryThatIsOutOfOrderIsAskedAgain(int status) {
        first.answer(status, "").answer(status, "").answer(200, ANSWER);

        client().schemaById(1);

        assertThat(first.requests()).hasSize(3);
    }

    @Test
    void aConnectionThatIsCutIsTriedAgain() {
        first.hangUp().hangUp().hangUp().answer(200, ANSWER);

        client().schemaById(1);

        assertThat(first.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void afterAllRetriesTheWorldIsToBlameAndNotTheRecord() {
        config.put("max.retries", 2);
        for (int i = 0; i < 4; i++) {
            first.answer(503, "{\"message\":\"in maintenance\"}");
        }

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining(first.url())
                .hasMessageContaining("GET /schemas/ids/1")
                .hasMessageContaining("503")
                .hasMessageContaining("in maintenance");
        assertThat(first.requests()).hasSize(3);
    }

    @Test
    void withoutRetriesItIsAskedOnce() {
        config.put("max.retries", "0");
        first.answer(500, "").answer(200, ANSWER);

        assertThatThrownBy(() -> client().schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(first.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 20000", "20000, 0", "3, 3", "20000, 1"})
    void anyTwoPausesGoTogether(int wait, int longest) {
        config.put("retries.wait.ms", wait);
        config.put("retries.max.wait.ms", longest);
        first.answer(500, "").answer(200, ANSWER);

        client().schemaById(1);

        assertThat(first.requests()).hasSize(2);
    }

    @Test
    void theNextUrlIsUsedAndStayedWithWhenOneIsOutOfOrder() {
        config.put("schema.registry.url", first.url() + ", " + second.url());
        first.answer(500, "");
        second.answer(200, ANSWER).answer(200, ANSWER);
        RegistryClient client = client();

        client.schemaById(1);
        client.schemaById(2);

        assertThat(first.requests()).hasSize(1);
        assertThat(second.requests()).hasSize(2);
    }

    @Test
    void itComesBackToTheFirstUrlWhenTheSecondFails() {
        config.put("schema.registry.url", first.url() + "," + second.url());
        first.answer(500, "").answer(200, ANSWER);
        second.answer(200, ANSWER).answer(500, "");
        RegistryClient client = client();

        client.schemaById(1);
        client.schemaById(2);

        assertThat(first.requests()).hasSize(2);
        assertThat(second.requests()).hasSize(2);
    }

    @Test
    void aUrlWhereNobodyListensIsPassedOver() throws IOException {
        config.put("schema.registry.url", "http://127.0.0.1:" + closedPort() + "," + second.url());
        second.answer(200, ANSWER);

        assertThat(client().schemaById(1)).isNotNull();
    }

    @Test
    void aHostThatIsNotKnownIsPassedOver() {
        config.put("schema.registry.url", "http://registry.invalid:8081," + second.url());
        second.answer(200, ANSWER);

        assertThat(client().schemaById(1)).isNotNull();
    }

    @Test
    void aRefusalIsFinalEvenWithAnotherUrl() {
        config.put("schema.registry.url", first.url() + "," + second.url());
        first.answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");

        assertThatThrownBy(() -> client().schemaById(1)).isInstanceOf(RegistryException.class);
        assertThat(second.requests()).isEmpty();
    }

    @Test
    void nobodyListeningAnywhereIsToldWithEachUrl() throws IOException {
        config.put("max.retries", 1);
        int one = closedPort();
        int other = closedPort();
        config.put("schema.registry.url", "http://127.0.0.1:" + one + ",http://127.0.0.1:" + other);

        assertThatThrownBy(() -> client().schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(":" + one + " (connection refused)")
                .hasMessageContaining(":" + other + " (connection refused)");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForBeyondTheLimit() {
        shortLimit();
        first.stallBeforeAnswering();
        second.answer(200, ANSWER);

        assertThat(client().schemaById(1)).isNotNull();
    }

    @Test
    void anAnswerThatStopsInTheMiddleIsNotWaitedForBeyondTheLimit() {
        shortLimit();
        first.stallInsideTheBody();
        second.answer(200, ANSWER);

        assertThat(client().schemaById(1)).isNotNull();
    }

    private void shortLimit() {
        config.put("schema.registry.url", first.url() + "," + second.url());
        config.put("http.connect.timeout.ms", 500);
        config.put("http.read.timeout.ms", 500);
    }

    @Test
    void aThreadThatIsInterruptedStopsAskingAndStaysInterrupted() {
        first.stallBeforeAnswering();
        RegistryClient client = client();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.schemaById(1)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
