package io.geowire.schemas.registry;

import static io.geowire.schemas.registry.RegistryConfig.BASIC_SOURCE;
import static io.geowire.schemas.registry.RegistryConfig.BASIC_USER_INFO;
import static io.geowire.schemas.registry.RegistryConfig.BEARER_SOURCE;
import static io.geowire.schemas.registry.RegistryConfig.BEARER_TOKEN;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.jspecify.annotations.Nullable;

/** Makes the Authorization header that the configuration asks for. */
@FunctionalInterface
interface Authorization {
    /** Value of the header for a URL, null for none. */
    @Nullable
    String header(URI url);

    /**
     * @param values parsed values of the registry's keys
     * @param config the whole configuration, for what is inherited from the Kafka client
     */
    static Authorization from(AbstractConfig values, Map<String, ?> config) {
        String basicSource = values.getString(BASIC_SOURCE);
        @Nullable String bearerSource = values.getString(BEARER_SOURCE);
        @Nullable Password token = values.getPassword(BEARER_TOKEN);
        @Nullable Password userInfo = values.getPassword(BASIC_USER_INFO);
        requireTogether(BEARER_TOKEN, token, BEARER_SOURCE, "STATIC_TOKEN".equals(bearerSource), "STATIC_TOKEN");
        requireTogether(BASIC_USER_INFO, userInfo, BASIC_SOURCE, "USER_INFO".equals(basicSource), "USER_INFO");
        if (token != null) {
            if (!"URL".equals(basicSource)) {
                throw new ConfigException(
                        BEARER_SOURCE, bearerSource, "excludes " + BASIC_SOURCE + "=" + basicSource + ": use one");
            }
            String header = "Bearer " + requireHeaderText(BEARER_TOKEN, token.value());
            return url -> header;
        }
        if (userInfo != null) {
            String header = basic(BASIC_USER_INFO, userInfo.value());
            return url -> header;
        }
        if ("SASL_INHERIT".equals(basicSource)) {
            String header = basic(SaslConfigs.SASL_JAAS_CONFIG, saslUserInfo(config));
            return url -> header;
        }
        return url -> url.getUserInfo() == null ? null : basic(RegistryConfig.URL, url.getUserInfo());
    }

    private static void requireTogether(
            String key, @Nullable Password secret, String sourceKey, boolean sourceSaysSo, String source) {
        if (secret == null && sourceSaysSo) {
            throw new ConfigException("Missing configuration " + key + ", needed by " + sourceKey + "=" + source);
        }
        if (secret != null && !sourceSaysSo) {
            throw new ConfigException("Configuration " + key + " has no effect without " + sourceKey + "=" + source);
        }
    }

    private static String basic(String key, String userInfo) {
        if (userInfo.indexOf(':') < 0) {
            throw new ConfigException("Invalid value [hidden] for configuration " + key + ": must be user:password");
        }
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    private static String requireHeaderText(String key, String text) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new ConfigException(
                    "Invalid value [hidden] for configuration " + key + ": must be printable ASCII without spaces");
        }
        return text;
    }

    private static String saslUserInfo(Map<String, ?> config) {
        Object jaas = config.get(SaslConfigs.SASL_JAAS_CONFIG);
        if (jaas == null) {
            throw new ConfigException("Missing configuration " + SaslConfigs.SASL_JAAS_CONFIG + ", needed by "
                    + BASIC_SOURCE + "=SASL_INHERIT");
        }
        Map<String, Object> sasl = new HashMap<>(config);
        sasl.put(SaslConfigs.SASL_JAAS_CONFIG, jaas instanceof Password ? jaas : new Password(jaas.toString()));
        try {
            List<AppConfigurationEntry> modules =
                    JaasContext.loadClientContext(sasl).configurationEntries();
            String user = JaasContext.configEntryOption(modules, "username", null);
            String password = JaasContext.configEntryOption(modules, "password", null);
            if (user != null && password != null) {
                return user + ":" + password;
            }
        } catch (IllegalArgumentException e) {
            // Its message holds the value, and with it the password.
        }
        throw new ConfigException("Invalid value [hidden] for configuration " + SaslConfigs.SASL_JAAS_CONFIG
                + ": must be one login module with username and password");
    }
}
