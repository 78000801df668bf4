package io.geowire.schemas.registry;

import org.apache.kafka.common.config.ConfigDef;

/** Shows the registry's keys to the tests of other packages. */
public final class RegistryKeys {
    private RegistryKeys() {}

    public static ConfigDef definition() {
        return RegistryConfig.DEFINITION;
    }
}
