package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryConfigTest {
    private final Map<String, Object> config = new HashMap<>(Map.of("schema.registry.url", "http://one:8081"));

    @Test
    void severalUrlsKeepTheirOrder() {
        config.put("schema.registry.url", " http://one:8081/ , https://two/path//");

        assertThat(RegistryConfig.from(config).endpoints())
                .extracting(Endpoint::toString)
                .containsExactly("http://one:8081", "https://two/path");
    }

    @Test
    void theUrlIsRequired() {
        assertThatThrownBy(() -> RegistryClients.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    @Test
    void aKeyWithPrefixHasPrecedence() {
        config.put("max.retries", 1);
        config.put("schema.registry.max.retries", 2);

        assertThat(RegistryConfig.from(config).maxRetries()).isEqualTo(2);
    }

    @Test
    void keysOfOthersAreLeftAlone() {
        config.put("bootstrap.servers", "localhost:9092");
        config.put("ssl.truststore.location", "/not/there");

        assertThat(RegistryConfig.from(config).tls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema.registry.url | '' | must name at least one",
                "schema.registry.url | one:8081 | must be http or https URLs",
                "schema.registry.url | ftp://one | must be http or https URLs",
                "schema.registry.url | http://one?x=1 | without query",
                "schema.registry.url | http:///path | with a host",
                "schema.registry.url | mock://x,http://one | must be http or https URLs",
                "basic.auth.credentials.source | FILE | URL, USER_INFO, SASL_INHERIT",
                "bearer.auth.credentials.source | OAUTHBEARER | STATIC_TOKEN",
                "http.connect.timeout.ms | 0 | at least 1",
                "http.read.timeout.ms | soon | INT",
                "max.retries | -1 | at least 0",
                "retries.wait.ms | -5 | at least 0",
                "retries.max.wait.ms | x | INT",
                "max.schemas.per.subject | 0 | at least 1",
                "normalize.schemas | maybe | true or false",
                "schema.registry.kerberos.realm | x | ssl.*",
                "schema.registry.ssl.trustore.location | x | ssl.truststore.location",
                "schema.registry.ssl.endpoint.identification.algorithm | '' | ssl.truststore.location"
            })
    void anInvalidValueIsRefusedWithKeyValueAndWhatIsAllowed(String key, String value, String allowed) {
        config.put("schema.registry.url", "https://one");
        config.put(key, value);

        assertThatThrownBy(() -> RegistryClients.of(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value.startsWith("mock") ? "mock://x" : value)
                .hasMessageContaining(allowed);
    }
}
