package io.geowire.standalone.registry;

import io.geowire.standalone.containers.RegistryContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The contract, asked of Apicurio's Confluent API. */
@Testcontainers(disabledWithoutDocker = true)
class ApicurioContractIT extends RegistryContractTest {
    private static final RegistryContainer REGISTRY = new RegistryContainer();

    @BeforeAll
    static void start() {
        REGISTRY.start();
    }

    @AfterAll
    static void stop() {
        REGISTRY.stop();
    }

    @Override
    String baseUrl() {
        return REGISTRY.url();
    }
}
