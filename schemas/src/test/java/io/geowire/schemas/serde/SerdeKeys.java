package io.geowire.schemas.serde;

import org.apache.kafka.common.config.ConfigDef;

/** Shows the serdes' keys to the tests of other packages. */
public final class SerdeKeys {
    private SerdeKeys() {}

    public static ConfigDef definition() {
        return SerdeConfig.DEFINITION;
    }
}
