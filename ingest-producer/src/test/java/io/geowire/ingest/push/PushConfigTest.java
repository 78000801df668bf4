package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.service.ConfigurationException;
import io.geowire.service.HttpConfig;
import io.geowire.service.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushConfigTest {
    private static final HttpConfig LOOPBACK = new HttpConfig("127.0.0.1", 0);

    @TempDir
    Path folder;

    @Test
    void pushIsOffUnlessTurnedOn() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("max-items", "7"))).isEmpty();
        assertThat(read(Map.of("without-token", "false"))).isEmpty();
    }

    @Test
    void tokensComeFromAVariable() {
        assertThat(read(Map.of("token-env", "DESK_TOKEN")))
                .hasValue(PushConfig.of(Optional.of(BearerTokens.parse("t1", "x"))));
    }

    @Test
    void tokensComeFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("tokens"), "t1\n\n  t2  \n");

        assertThat(read(Map.of("token-file", file.toString())))
                .hasValue(PushConfig.of(Optional.of(BearerTokens.parse("t1\nt2", "x"))));
    }

    @Test
    void limitsAreRead() {
        assertThat(read(Map.of(
                        "without-token", "true",
                        "max-bytes", "2048",
                        "max-items", "3",
                        "max-requests", "4",
                        "in-flight.max-bytes", "5000",
                        "body-timeout", "PT6S",
                        "answer-timeout", "PT7S")))
                .hasValue(new PushConfig(
                        Optional.empty(), 2_048, 3, 4, 5_000, Duration.ofSeconds(6), Duration.ofSeconds(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "no-such-host.invalid"})
    void withoutTokenOnlyLoopbackIsServed(String host) {
        assertThatThrownBy(() -> read(Map.of("without-token", "true"), new HttpConfig(host, 0)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("geowire.ingest.push.without-token: true is not allowed where geowire.http.host is " + host
                        + ", which is no loopback address");
        assertThat(read(Map.of("token-env", "DESK_TOKEN"), new HttpConfig(host, 0)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
    void loopbackIsServedWithoutToken(String host) {
        assertThat(read(Map.of("without-token", "true"), new HttpConfig(host, 0)))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token-env|UNSET|geowire.ingest.push.token-env: 'UNSET' is not the name of an environment variable that is set",
                "token-env|EMPTY|geowire.ingest.push.token-env: the variable EMPTY: holds no token",
                "token-env|SPACED|geowire.ingest.push.token-env: the variable SPACED: holds a token with other characters than visible ASCII without spaces",
                "token-file|/no/such|geowire.ingest.push.token-file: '/no/such' is not a file that can be read as UTF-8",
                "without-token|yes|geowire.ingest.push.without-token: 'yes' is not true or false",
            })
    void whatCannotBeRightIsSaid(String key, String value, String message) {
        assertThatThrownBy(() -> read(Map.of(key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "max-bytes,1023",
        "max-items,0",
        "max-requests,49",
        "in-flight.max-bytes,1048576",
        "body-timeout,PT0S",
        "answer-timeout,15",
    })
    void limitOutOfRangeIsRefusedWithKeyAndValue(String key, String value) {
        assertThatThrownBy(() -> read(Map.of("without-token", "true", key, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("geowire.ingest.push." + key + ": '" + value + "' is not ");
    }

    @Test
    void twoWaysToGiveTokensAreOneTooMany() {
        assertThatThrownBy(() -> read(Map.of("token-env", "DESK_TOKEN", "token-file", "x")))
                .hasMessageContaining("only one of this and geowire.ingest.push.token-file may be set");
        assertThatThrownBy(() -> read(Map.of("token-env", "DESK_TOKEN", "without-token", "true")))
                .hasMessageContaining("without-token: true is not allowed where tokens are set");
    }

    private static Optional<PushConfig> read(Map<String, String> keys) {
        return read(keys, LOOPBACK);
    }

    private static Optional<PushConfig> read(Map<String, String> keys, HttpConfig http) {
        Map<String, String> values = new HashMap<>();
        keys.forEach((key, value) -> values.put("geowire.ingest.push." + key, value));
        return PushConfig.from(Settings.of(values), Map.of("DESK_TOKEN", "t1", "EMPTY", " \n", "SPACED", "a b"), http);
    }
}
