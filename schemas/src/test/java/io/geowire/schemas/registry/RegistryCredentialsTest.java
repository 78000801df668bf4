package io.geowire.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The headers are written out; {@code printf 'ann:p:w ü' | base64} gives the same. */
class RegistryCredentialsTest {
    private static final String JAAS = "org.apache.kafka.common.security.plain.PlainLoginModule required %s;";

    private final Map<String, Object> config = new HashMap<>();
    private StubRegistry registry;

    @BeforeEach
    void start() throws Exception {
        registry = new StubRegistry();
        registry.answer(200, "{\"schema\":\"\\\"int\\\"\"}");
        config.put("schema.registry.url", registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private String authorization() {
        RegistryClients.of(config).schemaById(1);
        return registry.requests().get(0).header("Authorization");
    }

    @Test
    void userInfoIsSentAsBasicAuthorization() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "ann:p:w ü");

        assertThat(authorization()).isEqualTo("Basic YW5uOnA6dyDDvA==");
    }

    @Test
    void keysMayHaveTheRegistrysPrefix() {
        config.put("schema.registry.basic.auth.credentials.source", "USER_INFO");
        config.put("schema.registry.basic.auth.user.info", "ann:p:w ü");

        assertThat(authorization()).isEqualTo("Basic YW5uOnA6dyDDvA==");
    }

    @Test
    void aUserInTheUrlIsDecodedAndSentAsBasicAuthorization() {
        config.put("schema.registry.url", "http://ann:p%3Aw%20%C3%BC@127.0.0.1:" + registry.port());

        assertThat(authorization()).isEqualTo("Basic YW5uOnA6dyDDvA==");
    }

    @Test
    void theKafkaClientsCredentialsAreInherited() {
        config.put("basic.auth.credentials.source", "SASL_INHERIT");
        config.put("sasl.jaas.config", JAAS.formatted("username=\"ann\" password=\"p:w ü\""));

        assertThat(authorization()).isEqualTo("Basic YW5uOnA6dyDDvA==");
    }

    @Test
    void aTokenIsSentAsBearerAuthorization() {
        config.put("bearer.auth.credentials.source", "STATIC_TOKEN");
        config.put("bearer.auth.token", "abc.def");

        assertThat(authorization()).isEqualTo("Bearer abc.def");
    }

    @Test
    void noMessageShowsThePasswordOfAUrl() {
        config.put("schema.registry.url", "http://ann:geheim@127.0.0.1:1");
        config.put("max.retries", 0);

        assertThatThrownBy(() -> RegistryClients.of(config).schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .satisfies(RegistryCredentialsTest::hidesTheSecret);
    }

    @Test
    void noRefusalShowsThePassword() throws Exception {
        try (StubRegistry closed = new StubRegistry()) {
            closed.answer(401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
            config.put("schema.registry.url", "http://ann:geheim@127.0.0.1:" + closed.port());

            assertThatThrownBy(() -> RegistryClients.of(config).schemaById(1))
                    .isInstanceOf(RegistryException.class)
                    .satisfies(RegistryCredentialsTest::hidesTheSecret);
        }
    }

    @Test
    void theConfigurationDoesNotPrintThePassword() {
        config.put("schema.registry.url", "http://ann:geheim@127.0.0.1:1");

        assertThat(RegistryConfig.from(config).toString()).doesNotContain("geheim", "Basic");
    }

    @Test
    void aUrlThatCannotBeReadIsNotShownWithItsPassword() {
        for (String url : new String[] {
            "http://ann:geheim @host", "http://ann:x,geheim@host", "ftp://ann:geheim@host", "http://ann:ge#heim@h"
        }) {
            config.put("schema.registry.url", url);
            assertRefused("schema.registry.url", "[hidden]", "must be http or https URLs");
        }
    }

    @Test
    void userInfoWithoutColonIsRefused() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "geheim");

        assertRefused("basic.auth.user.info", "[hidden]", "user:password");
    }

    @Test
    void aTokenThatWouldSplitTheHeaderIsRefused() {
        config.put("bearer.auth.credentials.source", "STATIC_TOKEN");
        config.put("bearer.auth.token", "geheim\r\nX-Injected: 1");

        assertRefused("bearer.auth.token", "[hidden]", "printable ASCII");
    }

    @Test
    void aJaasEntryWithoutPasswordIsRefused() {
        config.put("basic.auth.credentials.source", "SASL_INHERIT");
        config.put("sasl.jaas.config", JAAS.formatted("username=\"geheim\""));

        assertRefused("sasl.jaas.config", "[hidden]", "username and password");
    }

    @Test
    void aJaasEntryThatCannotBeReadIsRefused() {
        config.put("basic.auth.credentials.source", "SASL_INHERIT");
        config.put("sasl.jaas.config", "PlainLoginModule geheim");

        assertRefused("sasl.jaas.config", "[hidden]", "one login module");
    }

    @Test
    void aSourceWithoutItsSecretIsRefused() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        assertRefused("basic.auth.user.info", "needed by", "USER_INFO");

        config.put("basic.auth.credentials.source", "SASL_INHERIT");
        assertRefused("sasl.jaas.config", "needed by", "SASL_INHERIT");

        config.remove("basic.auth.credentials.source");
        config.put("bearer.auth.credentials.source", "STATIC_TOKEN");
        assertRefused("bearer.auth.token", "needed by", "STATIC_TOKEN");
    }

    @Test
    void aSecretThatWouldNotBeUsedIsRefused() {
        config.put("basic.auth.user.info", "ann:geheim");
        assertRefused("basic.auth.user.info", "no effect", "basic.auth.credentials.source=USER_INFO");

        config.remove("basic.auth.user.info");
        config.put("bearer.auth.token", "geheim");
        assertRefused("bearer.auth.token", "no effect", "bearer.auth.credentials.source=STATIC_TOKEN");
    }

    @Test
    void basicAndBearerTogetherAreRefused() {
        config.put("basic.auth.credentials.source", "USER_INFO");
        config.put("basic.auth.user.info", "ann:geheim");
        config.put("bearer.auth.credentials.source", "STATIC_TOKEN");
        config.put("bearer.auth.token", "geheim");

        assertRefused("bearer.auth.credentials.source", "excludes", "basic.auth.credentials.source");
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> RegistryClients.of(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(parts)
                .satisfies(RegistryCredentialsTest::hidesTheSecret);
    }

    private static void hidesTheSecret(Throwable e) {
        assertThat(e).hasStackTraceContaining(e.getMessage());
        for (Throwable t = e; t != null; t = t.getCause()) {
            assertThat(t.toString()).doesNotContain("geheim", "heim@", "Basic ");
        }
    }
}
