package io.geowire.schemas.registry;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Makes a registry client from configuration. */
public final class RegistryClients {
    private static final String MOCK = "mock://";

    private RegistryClients() {}

    /**
     * A client for {@code schema.registry.url}.
     *
     * @throws ConfigException if a key is missing or invalid
     */
    public static RegistryClient of(Map<String, ?> config) {
        Object url = config.get("schema.registry.url");
        if (url instanceof String text && text.startsWith(MOCK)) {
            return MockRegistry.named(text.substring(MOCK.length()));
        }
        throw new ConfigException("schema.registry.url is missing");
    }
}
