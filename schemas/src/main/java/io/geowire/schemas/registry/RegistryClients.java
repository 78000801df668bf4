package io.geowire.schemas.registry;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Makes a registry client from configuration. */
public final class RegistryClients {
    private static final String MOCK = "mock://";

    private RegistryClients() {}

    /**
     * A client for {@code schema.registry.url}. It makes no request yet.
     *
     * @param config the registry's keys, maybe among others
     * @throws ConfigException if a key is missing or invalid
     */
    public static RegistryClient of(Map<String, ?> config) {
        if (config.get(RegistryConfig.URL) instanceof String url && url.startsWith(MOCK) && !url.contains(",")) {
            return MockRegistry.named(url.substring(MOCK.length()));
        }
        RegistryConfig settings = RegistryConfig.from(config);
        return new CachingRegistryClient(new HttpRegistryClient(settings), settings.cacheSize());
    }
}
