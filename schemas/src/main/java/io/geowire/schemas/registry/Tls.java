package io.geowire.schemas.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * How to speak TLS with the registry: Kafka's own {@code ssl.*} keys with the prefix {@code schema.registry.}, read by
 * Kafka's own code, so that JKS, PKCS12 and PEM mean here what they mean there. The name of the host is always verified.
 *
 * @param context trusted and own certificates
 * @param parameters protocols and cipher suites
 */
record Tls(SSLContext context, SSLParameters parameters) {
    static final String PREFIX = RegistryConfig.PREFIX + "ssl.";

    /** Kafka's keys that the Java HTTP client has no place for. */
    private static final Set<String> NOT_SUPPORTED =
            Set.of(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);

    static final ConfigDef DEFINITION = definition();

    private static ConfigDef definition() {
        ConfigDef kafka = new ConfigDef();
        SslConfigs.addClientSslSupport(kafka);
        ConfigDef ours = new ConfigDef();
        kafka.configKeys().values().stream()
                .filter(key -> !NOT_SUPPORTED.contains(key.name))
                .forEach(ours::define);
        return ours;
    }

    /** @throws ConfigException if a key is not known, a value is invalid, or a store cannot be opened */
    static Tls from(Map<String, ?> config) {
        Map<String, Object> given = new HashMap<>();
        config.forEach((key, value) -> {
            if (key.startsWith(PREFIX)) {
                String name = key.substring(RegistryConfig.PREFIX.length());
                if (!DEFINITION.names().contains(name)) {
                    throw new ConfigException("Unknown configuration " + key + ": with the prefix "
                            + RegistryConfig.PREFIX + " there may be " + new TreeSet<>(DEFINITION.names()));
                }
                given.put(name, value);
            }
        });
        AbstractConfig values = new AbstractConfig(DEFINITION, given, false);
        try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
            factory.configure(values.values());
            return new Tls(factory.sslContext(), parameters(factory.sslContext(), values));
        } catch (KafkaException e) {
            throw new ConfigException("Invalid " + PREFIX + "*: " + reason(e));
        }
    }

    private static SSLParameters parameters(SSLContext context, AbstractConfig values) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(
                values.getList(SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG).toArray(String[]::new));
        @Nullable List<String> suites = values.getList(SslConfigs.SSL_CIPHER_SUITES_CONFIG);
        if (suites != null && !suites.isEmpty()) {
            parameters.setCipherSuites(suites.toArray(String[]::new));
        }
        return parameters;
    }

    private static String reason(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + reason(cause);
    }
}
